import { createEngine } from '@sync/core';
import driver from '@sync/driver-sqlite';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { folder, tenantIn } from './support.js';

/** Tables in groups of four: a table, one that refers to it, a view over both, a trigger on the second. */
function statements(groups: number): string[] {
  return Array.from({ length: groups }, (_, i) => [
    `CREATE TABLE parent_${i} (id INTEGER PRIMARY KEY, code TEXT, note TEXT)`,
    `CREATE UNIQUE INDEX code_${i} ON parent_${i} (code)`,
    `CREATE TABLE child_${i} (id INTEGER PRIMARY KEY, code TEXT REFERENCES parent_${i} (code), amount INT)`,
    `CREATE VIEW both_${i} AS SELECT p.id, c.amount FROM parent_${i} p JOIN child_${i} c USING (code)`,
    `CREATE TRIGGER kept_${i} AFTER DELETE ON child_${i} BEGIN INSERT INTO parent_${i} (note) VALUES ('gone'); END`,
  ]).flat();
}

function database(file: string, texts: readonly string[]): void {
  const native = new Database(file);
  native.exec(['BEGIN', ...texts, 'COMMIT'].join(';\n'));
  native.close();
}

/** A driver that notes what is run in its scratch databases. */
function watched(): { readonly watching: typeof driver; readonly ran: string[] } {
  const ran: string[] = [];
  const watching: typeof driver = {
    ...driver,
    async scratch(near, signal) {
      const connection = await driver.scratch?.(near, signal);
      if (!connection) throw new TypeError('this driver has scratch databases');
      const run = connection.atomically?.bind(connection);
      return Object.assign(connection, {
        atomically(...[batch, options]: Parameters<NonNullable<typeof run>>) {
          ran.push(...batch.map(({ text }) => text));
          return run?.(batch, options);
        },
      });
    },
  };
  return { watching, ran };
}

describe('a plan for a large database', () => {
  const wanted = [...statements(260), 'CREATE INDEX amounts ON child_7 (amount)']
    .map((text) =>
      text.replace(
        'parent_3 (id INTEGER PRIMARY KEY, code TEXT',
        'parent_3 (id INTEGER PRIMARY KEY, code TEXT NOT NULL',
      ),
    )
    .filter((text) => !text.includes('both_5 '));

  test('is proven with what it touches, and arrives', async () => {
    const directory = folder();
    database(`${directory}/app.db`, statements(260));
    database(`${directory}/goal.db`, wanted);
    const { watching, ran } = watched();
    const engine = createEngine({ driver: watching });
    const tenant = tenantIn(directory);
    const goal = await engine.compile('sqlite:./goal.db', { directory });
    const { plan } = await engine.sync(tenant, goal, { allow: 'all' });
    expect(plan?.proof).toMatchObject({ up: true, down: true, part: { of: 1300 } });
    expect(ran.join('\n')).toContain('INDEX "amounts"');
    expect(ran.join('\n')).not.toContain('INDEX "code_100"');
    expect(await engine.sync(tenant, goal)).toMatchObject({ inSync: true });
  });

  test('makes what is broken far from what it touches stand aside', async () => {
    const directory = folder();
    const broken = 'CREATE VIEW broken AS SELECT x FROM missing';
    database(`${directory}/app.db`, [...statements(260), broken]);
    database(
      `${directory}/goal.db`,
      [...statements(260), broken].map((text) =>
        text
          .replace(
            'parent_9 (id INTEGER PRIMARY KEY, code TEXT, note',
            'parent_9 (id INTEGER PRIMARY KEY, code TEXT, remark',
          )
          .replace('INTO parent_9 (note)', 'INTO parent_9 (remark)'),
      ),
    );
    const engine = createEngine({ driver });
    const renames = [{ at: 'test', from: ['parent_9', 'note'], to: ['parent_9', 'remark'] }];
    const goal = await engine.compile('sqlite:./goal.db', { directory });
    const { proof } = await engine.plan(tenantIn(directory), goal, { renames });
    expect(proof).toMatchObject({ up: true, down: true });
  });
});
