import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mysql, openFleet, postgres } from '../fleet/open-fleet.js';
import { realServer } from '../servers/real-server.js';

const engines = [
  postgres('postgres-18'),
  postgres('postgres-13'),
  mysql('mysql-9', 'mysql'),
  mysql('mariadb-11', 'mariadb'),
  mysql('mariadb-10', 'mariadb'),
];

const [first, second] = ['CREATE TABLE a (id integer PRIMARY KEY);', 'ALTER TABLE a ADD COLUMN b integer;'];
const [firstBack, secondBack] = ['DROP TABLE a;', 'ALTER TABLE a DROP COLUMN b;'];

/** Two migrations in the layout of each tool. */
const folders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dbmate: {
    '20240101000000_first.sql': `-- migrate:up\n${first}\n-- migrate:down\n${firstBack}`,
    '20240102000000_second.sql': `-- migrate:up\n${second}\n-- migrate:down\n${secondBack}`,
  },
  'golang-migrate': {
    '1_first.up.sql': first,
    '1_first.down.sql': firstBack,
    '2_second.up.sql': second,
    '2_second.down.sql': secondBack,
  },
  goose: {
    '00001_first.sql': `-- +goose Up\n${first}\n-- +goose Down\n${firstBack}`,
    '00002_second.sql': `-- +goose Up\n${second}\n-- +goose Down\n${secondBack}`,
  },
  flyway: {
    'V1__first.sql': first,
    'U1__first.sql': firstBack,
    'V2__second.sql': second,
    'U2__second.sql': secondBack,
  },
  prisma: { '20240101000000_first/migration.sql': first, '20240102000000_second/migration.sql': second },
  drizzle: {
    '0000_first.sql': first,
    '0001_second.sql': `${second}--> statement-breakpoint\nCREATE INDEX a_b ON a (b);`,
    'meta/_journal.json': JSON.stringify({
      entries: ['0000_first', '0001_second'].map((tag, idx) => ({ idx, tag, when: 1_700_000_000_000 + idx })),
    }),
  },
  'node-pg-migrate': {
    '1700000000000_first.sql': `-- Up Migration\n${first}\n-- Down Migration\n${firstBack}`,
    '1700000000001_second.sql': `-- Up Migration\n${second}\n-- Down Migration\n${secondBack}`,
  },
  knex: {
    '20240101000000_first.sql': first,
    '20240101000000_first.down.sql': firstBack,
    '20240102000000_second.sql': second,
    '20240102000000_second.down.sql': secondBack,
  },
  plain: {
    '1_first.sql': first,
    '1_first.down.sql': firstBack,
    '2_second.sql': second,
    '2_second.down.sql': secondBack,
  },
};

const oneWay = new Set(['prisma', 'drizzle']);

describe.each(engines)('migrations on $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  // Some eighty calls of the command line, for all five servers at once.
  live('of every layout run once, are adopted, left alone, and taken back', { timeout: 600_000 }, async () => {
    const names = Object.keys(folders);
    await using fleet = await openFleet(engine, url, names, (prefix) => ({ database: `${prefix}{tenant}` }));
    for (const name of names) {
      for (const [path, text] of Object.entries(folders[name] ?? {})) {
        const file = join(fleet.folder, 'm', name, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const json = async (...argv: readonly string[]) => {
        const { stdout, stderr, code } = await fleet.run(...argv, '--tenant', name, '--format', 'json');
        return { code, stderr, found: JSON.parse(stdout || '{}') };
      };
      const call = ['--dir', join('m', name), ...(name === 'knex' ? ['--layout', 'knex'] : [])];
      const one = await json('migrate', 'up', ...call, '--yes', '--steps', '1');
      expect(one, one.stderr).toMatchObject({ code: 0, found: { layout: name, ran: [{}] } });
      const adopted = await json('adopt');
      if (name !== 'plain')
        expect(adopted, adopted.stderr).toMatchObject({ code: 0, found: { books: [{ layout: name, applied: 1 }] } });
      const two = await json('migrate', 'up', ...call, '--yes');
      expect(two, two.stderr).toMatchObject({ code: 0, found: { ran: [{}] } });
      expect((await json('migrate', 'up', ...call, '--yes')).found.ran).toEqual([]);
      const { found } = await json('migrate', 'status', ...call, '--exit-code');
      expect(found.migrations).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
      if (name !== 'plain') expect(await json('drift')).toMatchObject({ code: 0 });
      if (oneWay.has(name)) continue;
      const down = await json('migrate', 'down', ...call, '--yes', '--steps', '2');
      expect(down, down.stderr).toMatchObject({ code: 0, found: { ran: [{}, {}] } });
      expect((await json('migrate', 'up', ...call, '--yes')).found.ran).toHaveLength(2);
    }
  });
});
