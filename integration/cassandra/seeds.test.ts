import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { describe, expect, test } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';

const absence = cassandraAbsence(5);
const seeds = true;

const id = '550e8400-e29b-41d4-a716-446655440000';

const columns =
  'id uuid, n int, "Name" text, note text, price decimal, at timestamp, raw blob, big bigint, room text static';

const document = (rows: string) => `kind: Table
spec:
  name: roles
  schema:
    cassandra:
      primaryKey: [[id], [n]]
      columns:
        - { name: id, type: uuid }
        - { name: n, type: int }
        - { name: Name, type: text }
        - { name: note, type: text }
        - { name: price, type: decimal }
        - { name: at, type: timestamp }
        - { name: raw, type: blob }
        - { name: big, type: bigint }
        - { name: room, type: text, isStatic: true }
  seedData:
    rows:
${rows}`;

/** Each value as somebody may write it, and not as the server shows it. */
const first = `
      - columns:
          - { column: id, value: { str: ${id.toUpperCase()} } }
          - { column: n, value: { str: '1' } }
          - { column: Name, value: { str: "it's \\"so\\"\\nin two lines; -- /* é 😀" } }
          - { column: note, value: { str: '' } }
          - { column: price, value: { str: '1.50' } }
          - { column: at, value: { str: '2024-02-29T00:00:00+0100' } }
          - { column: raw, value: { str: '0x00FF' } }
          - { column: big, value: { int: '9223372036854775807' } }
          - { column: room, value: { str: attic } }
`;
const second = `
      - columns:
          - { column: id, value: { str: ${id} } }
          - { column: n, value: { int: 2 } }
          - { column: Name }
          - { column: price, value: { float: 2.5 } }
`;

describe.skipIf(absence !== undefined)(`seeds${absence === undefined ? '' : `: absent: ${absence}`}`, () => {
  test('are written once, and only over what was looked at', async () => {
    await using site = await open();
    const { engine, tenant, connection } = site;
    const rows = () => connection.query({ text: 'SELECT JSON * FROM roles' });

    await engine.sync(tenant, site.goal(document(first + second)), { seeds });
    const written = await rows();
    expect(written.map((row) => JSON.parse(String(row['[json]'])) as unknown)).toEqual([
      {
        ...{
          id,
          n: 1,
          '"Name"': 'it\'s "so"\nin two lines; -- /* é 😀',
          note: '',
          price: 1.5,
          raw: '0x00ff',
          room: 'attic',
        },
        ...{ at: '2024-02-28 23:00:00.000Z', big: Number('9223372036854775807') },
      },
      { id, n: 2, '"Name"': null, note: null, price: 2.5, at: null, raw: null, big: null, room: 'attic' },
    ]);
    expect((await engine.plan(tenant, site.goal(document(first + second)), { seeds })).up).toEqual([]);

    // Somebody's own values: the gate is asked, and what else they wrote stays.
    await connection.execute({ text: `UPDATE roles SET price = 9, note = 'theirs' WHERE id = ${id} AND n = 2` });
    const plan = await engine.plan(tenant, site.goal(document(first + second)), { seeds });
    expect(plan.up.flatMap((batch) => batch.steps).flatMap((step) => step.hazards)).toMatchObject([
      { code: 'overwrites-rows' },
    ]);
    expect(JSON.stringify(plan)).not.toContain('theirs');
    await connection.execute({ text: `UPDATE roles SET price = 8 WHERE id = ${id} AND n = 2` });
    const allow = ['data-loss'] as const;
    await expect(engine.apply(tenant, plan, { allow })).rejects.toMatchObject({ code: 'BASE_MISMATCH' });
    await engine.sync(tenant, site.goal(document(first + second)), { seeds, allow });
    expect(await connection.query({ text: `SELECT note FROM roles WHERE id = ${id} AND n = 2` })).toEqual([
      { note: 'theirs' },
    ]);

    // Into columns that come and take other names on the way.
    const renamed = document(first + second)
      .replaceAll('column: n,', 'column: number,')
      .replaceAll('{ name: n,', '{ name: number, renamedFrom: n,')
      .replace('[n]]', '[number]]');
    const more = renamed
      .replace('        - { name: room', '        - { name: extra, type: int }\n        - { name: room')
      .replace('{ column: Name }', '{ column: extra, value: { int: 7 } }');
    await engine.sync(tenant, site.goal(more), { seeds, allow });
    expect(await connection.query({ text: 'SELECT number, extra FROM roles' })).toEqual([
      { number: 1, extra: null },
      { number: 2, extra: 7 },
    ]);
    expect((await engine.plan(tenant, site.goal(more), { seeds })).up).toEqual([]);
  });

  test('write nothing where a row came, went or changed since it was looked at', async () => {
    await using site = await open(`CREATE TABLE roles (${columns}, PRIMARY KEY (id, n))`);
    const { connection } = site;
    const seed = { table: 'roles', key: ['id', 'n'], rows: [{ id, n: 1, Name: 'ours', note: 'kept' }] };
    const run = async (found: readonly ({ readonly same: readonly string[] } | null)[]) => {
      for (const statement of driver.seed?.(seed, found) ?? []) await connection.execute(statement);
    };
    const failure = (words: string) => ({ code: 'CHECK_FAILED', message: expect.stringContaining(words) as unknown });
    await expect(run([{ same: [] }])).rejects.toMatchObject(failure(`by now: id ${id}, n 1`));
    await expect(run([{ same: ['note'] }])).rejects.toMatchObject(failure('is gone'));
    await connection.execute({ text: `INSERT INTO roles (id, n, "Name", note) VALUES (${id}, 1, 'theirs', 'other')` });
    await expect(run([null])).rejects.toMatchObject(failure(`is there already: id ${id}, n 1`));
    await expect(run([{ same: ['note'] }])).rejects.toMatchObject(failure('holds something else'));
    expect(await connection.query({ text: 'SELECT "Name" FROM roles' })).toEqual([{ Name: 'theirs' }]);
    await run([{ same: [] }]);
    expect(await connection.query({ text: 'SELECT "Name", note FROM roles' })).toEqual([
      { Name: 'ours', note: 'kept' },
    ]);
  });

  test('are refused where Cassandra inserts nothing, or documents have no word for a value', async () => {
    await using site = await open();
    const refused = (key: string, type: string, words: string) =>
      expect(
        site.engine.plan(
          site.tenant,
          site.goal(`kind: Table
spec:
  name: t
  schema:
    cassandra: { primaryKey: [[id]], columns: [{ name: id, type: int }, { name: ${key}, type: '${type}' }] }
  seedData:
    rows: [{ columns: [{ column: id, value: { int: 1 } }, { column: ${key}, value: { str: x } }] }]
`),
          { seeds },
        ),
      ).rejects.toMatchObject({ code: 'SOURCE_INVALID', message: expect.stringContaining(words) as unknown });
    await refused('hits', 'counter', 't counts');
    await refused('tags', 'set<text>', 'tags is of the type set<text>');
  });
});

interface Place extends AsyncDisposable {
  readonly engine: ReturnType<typeof createEngine>;
  readonly tenant: ReturnType<typeof tenantContext>;
  readonly connection: Connection;
  readonly goal: (text: string) => string;
}

async function open(...statements: readonly string[]): Promise<Place> {
  const database = await freshCassandraDatabase(5);
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-seeds-'));
  const tenant = tenantContext({ id: 'app', target: { url: database.url, directory } });
  const connection = await driver.connect(driver.options(tenant.target), { access: 'write' });
  for (const text of statements) await connection.execute({ text });
  return {
    ...{ engine: createEngine({ driver }), tenant, connection },
    goal: (text) => {
      const file = join(directory, 'goal.yaml');
      writeFileSync(file, text);
      return file;
    },
    [Symbol.asyncDispose]: async () => {
      await connection[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      rmSync(directory, { recursive: true });
    },
  };
}
