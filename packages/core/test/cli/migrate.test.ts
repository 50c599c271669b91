import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { execute, project, schemaSync, throughPipes, withDatabase, write } from './support.js';

const url = ['--url', 'sqlite:./app.db'];
const [first, second] = ['CREATE TABLE a (id INTEGER PRIMARY KEY);', 'ALTER TABLE a ADD COLUMN b INTEGER;'];
const back = ['DROP TABLE a;', 'ALTER TABLE a DROP COLUMN b;'] as const;
const plain = {
  'm/0001_first.sql': first,
  'm/0001_first.down.sql': back[0],
  'm/0002_second.sql': second,
  'm/0002_second.down.sql': back[1],
};

interface Case {
  readonly layout: string;
  readonly files: Readonly<Record<string, string>>;
  readonly table: string;
  /** What the tool's own table holds once both were applied. */
  readonly rows: readonly object[];
  readonly columns: string;
  readonly ways?: 'up';
  readonly flags?: readonly string[];
}

const inOne = (up: string, down: string, order = 0) => `${up}\n${order ? second : first}\n${down}\n${back[order]}\n`;

const cases: readonly Case[] = [
  {
    layout: 'dbmate',
    files: {
      'm/20240101000000_first.sql': inOne('-- migrate:up', '-- migrate:down'),
      'm/20240102000000_second.sql': inOne('-- migrate:up transaction:false', '-- migrate:down', 1),
    },
    table: 'schema_migrations',
    columns: 'version',
    rows: [{ version: '20240101000000' }, { version: '20240102000000' }],
  },
  {
    layout: 'golang-migrate',
    files: {
      'm/1_first.up.sql': first,
      'm/1_first.down.sql': back[0],
      'm/10_second.up.sql': second,
      'm/10_second.down.sql': back[1],
    },
    table: 'schema_migrations',
    columns: 'version, dirty',
    rows: [{ version: 10, dirty: 0 }],
  },
  {
    layout: 'goose',
    files: {
      'm/00001_first.sql': inOne('-- +goose Up', '-- +goose Down'),
      'm/00002_second.sql': `-- +goose NO TRANSACTION\n${inOne('-- +goose Up', '-- +goose Down', 1)}`,
    },
    table: 'goose_db_version',
    columns: 'version_id, is_applied',
    rows: [0, 1, 2].map((version) => ({ version_id: version, is_applied: 1 })),
  },
  {
    layout: 'flyway',
    files: {
      'm/V1__first_one.sql': `${first}\r\n`,
      'm/U1__first_one.sql': back[0],
      'm/V1_1__second.sql': second,
      'm/U1_1__second.sql': back[1],
    },
    table: 'flyway_schema_history',
    columns: 'installed_rank, version, description, type, script, checksum, success',
    rows: [
      {
        ...{ installed_rank: 1, version: '1', description: 'first one', type: 'SQL', script: 'V1__first_one.sql' },
        ...{ checksum: crc32(Buffer.from(first)) | 0, success: 1 },
      },
      {
        ...{ installed_rank: 2, version: '1.1', description: 'second', type: 'SQL', script: 'V1_1__second.sql' },
        ...{ checksum: crc32(Buffer.from(second)) | 0, success: 1 },
      },
    ],
  },
  {
    layout: 'prisma',
    files: { 'm/20240101000000_first/migration.sql': first, 'm/20240102000000_second/migration.sql': second },
    table: '_prisma_migrations',
    columns: 'migration_name, finished_at IS NOT NULL AS finished, length(checksum) AS length, applied_steps_count',
    rows: ['20240101000000_first', '20240102000000_second'].map((name) => ({
      ...{ migration_name: name, finished: 1, length: 64, applied_steps_count: 1 },
    })),
    ways: 'up',
  },
  {
    layout: 'drizzle',
    files: {
      'm/0000_first.sql': first,
      'm/0001_second.sql': `${second}--> statement-breakpoint\nCREATE INDEX a_b ON a (b);`,
      'm/meta/_journal.json': JSON.stringify({
        entries: [
          { idx: 0, when: 1700000000000, tag: '0000_first' },
          { idx: 1, when: 1700000000001, tag: '0001_second' },
        ],
      }),
    },
    table: '__drizzle_migrations',
    columns: 'length(hash) AS length, created_at',
    rows: [
      { length: 64, created_at: 1700000000000 },
      { length: 64, created_at: 1700000000001 },
    ],
    ways: 'up',
  },
  {
    layout: 'node-pg-migrate',
    files: {
      'm/1700000000000_first.sql': inOne('-- Up Migration', '-- Down Migration'),
      'm/1700000000001_second.sql': inOne('-- Up Migration', '-- Down Migration', 1),
    },
    table: 'pgmigrations',
    columns: 'id, name',
    rows: [
      { id: 1, name: '1700000000000_first' },
      { id: 2, name: '1700000000001_second' },
    ],
  },
  {
    layout: 'knex',
    files: Object.fromEntries(
      Object.entries(plain).map(([name, text]) => [name.replace(/000\d/, (n) => `2024010${Number(n)}000000`), text]),
    ),
    table: 'knex_migrations',
    columns: 'name, batch',
    rows: ['20240101000000_first.sql', '20240102000000_second.sql'].map((name) => ({ name, batch: 1 })),
    flags: ['--layout', 'knex'],
  },
  {
    layout: 'plain',
    files: plain,
    table: '_schema_sync_files',
    columns: 'version, name, length(checksum) AS length',
    rows: [
      { version: '1', name: '0001_first.sql', length: 64 },
      { version: '2', name: '0002_second.sql', length: 64 },
    ],
  },
];

const json = async (folder: string, ...argv: readonly string[]) => {
  const { stdout, stderr, code } = await schemaSync(folder, [...argv, '--format', 'json']);
  return { code, stderr, found: JSON.parse(stdout || '{}') };
};

const rows = (folder: string, text: string) => withDatabase(folder, (connection) => connection.query({ text }));

/** A database that is there already, and a folder of migrations. */
async function begun(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await project(files);
  await execute(folder, 'CREATE TABLE before (x)');
  return folder;
}

describe.each(cases)('migrations of $layout', ({ layout, files, table, columns, rows: expected, ways, flags = [] }) => {
  const call = ['--dir', 'm', ...flags, ...url];

  test('run once, are noted as the tool notes them, and are taken back where that has a way', async () => {
    const folder = await begun(files);
    await schemaSync(folder, ['baseline', ...url]);
    const before = await json(folder, 'migrate', 'status', ...call);
    expect(before.found).toMatchObject({ layout, table, migrations: [{ state: 'pending' }, { state: 'pending' }] });
    const dry = await json(folder, 'migrate', 'up', ...call, '--dry-run');
    expect(dry.found).toMatchObject({ pending: [{}, {}], ran: [] });
    expect(await rows(folder, "SELECT name FROM sqlite_schema WHERE name = 'a'")).toEqual([]);
    const one = await json(folder, 'migrate', 'up', ...call, '--yes', '--steps', '1');
    expect(one, one.stderr).toMatchObject({ code: 0, found: { ran: [{}] } });
    const two = await json(folder, 'migrate', 'up', ...call, '--yes');
    expect(two.found.ran).toHaveLength(1);
    const found = await rows(folder, `SELECT ${columns} FROM ${table}`);
    expect(found).toEqual(layout === 'knex' ? expected.map((row, i) => ({ ...row, batch: i + 1 })) : expected);
    expect((await json(folder, 'migrate', 'up', ...call, '--yes')).found.ran).toEqual([]);
    expect((await schemaSync(folder, ['migrate', 'status', ...call, '--exit-code'])).code).toBe(0);
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
    const down = await json(folder, 'migrate', 'down', ...call, '--yes', '--steps', '2');
    if (ways === 'up') {
      expect(down).toMatchObject({ code: 1, stderr: expect.stringContaining('how to take it back') });
      return;
    }
    expect(down.code, down.stderr).toBe(0);
    expect(await rows(folder, "SELECT name FROM sqlite_schema WHERE name = 'a'")).toEqual([]);
    const after = await json(folder, 'migrate', 'status', ...call);
    expect(after.found.migrations).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
  });

  test('are told by adopt, and their table is left alone by plans', async () => {
    const folder = await begun({ ...files, 's/s.sql': `CREATE TABLE before (x); ${first} ${second}` });
    expect(await schemaSync(folder, ['adopt', ...url])).toMatchObject({ code: 1 });
    await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    const { code, found, stderr } = await json(folder, 'adopt', ...url);
    if (layout === 'plain') return expect(stderr).toContain('no table of another migration tool');
    const applied = layout === 'golang-migrate' ? 1 : 2;
    expect({ code, books: found.books }, stderr).toMatchObject({
      code: 0,
      books: [{ layout, table, applied, failed: [] }],
    });
    const synced = await schemaSync(folder, ['sync', ...url, '--to', './s', '--yes', '--allow', 'all']);
    expect(synced.code, synced.stderr).toBe(0);
    expect(await rows(folder, `SELECT count(*) AS held FROM ${table}`)).toEqual([{ held: expected.length }]);
    expect((await schemaSync(folder, ['history', ...url, '--verbose'])).stdout).toContain('Take over from');
  });
});

describe('migrations of a folder', () => {
  const call = ['--dir', 'm', ...url];

  test('that were changed since are told, and stop what would run', async () => {
    const folder = await begun(plain);
    await schemaSync(folder, ['migrate', 'up', ...call, '--yes', '--steps', '1']);
    await write(folder, { 'm/0001_first.sql': `${first} -- and more` });
    expect((await json(folder, 'migrate', 'status', ...call)).found.migrations).toMatchObject([
      { state: 'changed' },
      { state: 'pending' },
    ]);
    const up = await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect(up).toMatchObject({ code: 3, stderr: expect.stringContaining('changed after it was applied') });
    const forced = await schemaSync(folder, ['migrate', 'up', ...call, '--yes', '--despite-changes']);
    expect(forced.code, forced.stderr).toBe(0);
  });

  test('that fail leave nothing of themselves where they commit as a whole, and those before them stand', async () => {
    const folder = await begun({ ...plain, 'm/0003_wrong.sql': 'CREATE TABLE c (x); INSERT INTO gone VALUES (1);' });
    const up = await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect(up).toMatchObject({ code: 4, stderr: expect.stringContaining('0003_wrong.sql') });
    expect(await rows(folder, "SELECT name FROM sqlite_schema WHERE name IN ('a', 'c')")).toEqual([{ name: 'a' }]);
    expect((await json(folder, 'migrate', 'status', ...call)).found.migrations).toMatchObject([
      { state: 'applied' },
      { state: 'applied' },
      { state: 'pending' },
    ]);
  });

  test('that failed half way are told where the tool notes that, and nothing goes on from there', async () => {
    const files = { 'm/1_first.up.sql': `${first} INSERT INTO gone VALUES (1);`, 'm/2_second.up.sql': second };
    const folder = await begun(files);
    expect((await schemaSync(folder, ['migrate', 'up', ...call, '--yes'])).code).toBe(2);
    expect(await rows(folder, 'SELECT version, dirty FROM schema_migrations')).toEqual([{ version: 1, dirty: 1 }]);
    const again = await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect(again).toMatchObject({ code: 3, stderr: expect.stringContaining('did not come to its end') });
  });

  test('are not run again where the table that notes them cannot be read', async () => {
    const text = '-- +goose NO TRANSACTION\n-- +goose Up\nDELETE FROM before;\n';
    const folder = await begun({ 'm/00001_empty.sql': text });
    await execute(
      folder,
      'INSERT INTO before VALUES (1)',
      'CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY, version_id BIGINT, is_applied BOOLEAN)',
      'INSERT INTO goose_db_version VALUES (1, 0, 1), (2, 1, 1)',
    );
    const up = await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect(up).toMatchObject({ code: 2, stderr: expect.stringContaining('tstamp') });
    expect(await rows(folder, 'SELECT x FROM before')).toEqual([{ x: 1 }]);
    expect(await rows(folder, 'SELECT id FROM goose_db_version')).toHaveLength(2);
  });

  test('that come late run where their tool lets them, and elsewhere when that is meant', async () => {
    const folder = await begun({ 'm/V2__two.sql': first });
    await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    await write(folder, { 'm/V1__one.sql': 'CREATE TABLE one (x);' });
    const up = await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect(up).toMatchObject({ code: 3, stderr: expect.stringContaining('--out-of-order') });
    expect((await schemaSync(folder, ['migrate', 'up', ...call, '--yes', '--out-of-order'])).code).toBe(0);
  });

  test('that repeat run again once they were changed', async () => {
    const view = 'CREATE VIEW IF NOT EXISTS v AS SELECT 1 AS x;';
    const folder = await begun({ 'm/V1__one.sql': first, 'm/R__view.sql': view });
    await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect((await json(folder, 'migrate', 'up', ...call, '--yes')).found.ran).toEqual([]);
    await write(folder, { 'm/R__view.sql': `DROP VIEW v; ${view}` });
    expect((await json(folder, 'migrate', 'up', ...call, '--yes')).found.ran).toMatchObject([{ name: 'R__view.sql' }]);
    expect((await json(folder, 'migrate', 'up', ...call, '--yes')).found.ran).toEqual([]);
  });

  test('with queries and transactions of their own run as they are written', async () => {
    const text = `BEGIN; ${first} SELECT 1; COMMIT; PRAGMA user_version = 7;`;
    const folder = await begun({ 'm/1_first.sql': text });
    const up = await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect(up.code, up.stderr).toBe(0);
    expect(await rows(folder, 'PRAGMA user_version')).toEqual([{ user_version: 7 }]);
  });

  test('stand in the trail of the journal, whatever came of them, where there is one', async () => {
    const wrong = { 'm/0003_wrong.sql': 'INSERT INTO gone VALUES (1);' };
    const half = { 'm/0003_wrong.sql': 'BEGIN; CREATE TABLE half (x); INSERT INTO gone VALUES (1);' };
    const folder = await begun(plain);
    await throughPipes(folder, ['migrate', 'up', ...call, '--yes', '--steps', '1']);
    expect(await rows(folder, "SELECT name FROM sqlite_schema WHERE name LIKE '_schema_sync_trail'")).toEqual([]);
    await throughPipes(folder, ['baseline', ...url]);
    expect(await throughPipes(folder, ['migrate', 'up', ...call, '--yes'])).toMatchObject({ code: 0 });
    expect(await throughPipes(folder, ['migrate', 'down', ...call, '--yes'])).toMatchObject({ code: 0 });
    await write(folder, wrong);
    expect(await throughPipes(folder, ['migrate', 'up', ...call, '--yes'])).toMatchObject({ code: 4 });
    await write(folder, half);
    expect(await throughPipes(folder, ['migrate', 'up', ...call, '--yes'])).toMatchObject({ code: 2 });
    expect(await rows(folder, "SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([]);
    const entries = await withDatabase(folder, (connection) =>
      connection.query<{ readonly entry: string }>({
        text: 'SELECT entry FROM _schema_sync_trail WHERE place > 0 ORDER BY place',
      }),
    );
    const told = entries.map(({ entry }) => JSON.parse(entry)).filter(({ type }) => type === 'migration');
    const [second, third] = ['0002_second.sql', '0003_wrong.sql'];
    expect(told).toMatchObject([
      {
        tenant: 'default',
        migration: second,
        direction: 'up',
        outcome: 'done',
        hash: expect.stringMatching(/^\w{64}$/),
      },
      { migration: second, direction: 'down', outcome: 'done' },
      { migration: second, direction: 'up', outcome: 'done' },
      { migration: third, direction: 'up', outcome: 'failed', error: expect.stringContaining('gone') },
    ]);
    expect(await throughPipes(folder, ['audit', 'verify', ...url])).toMatchObject({ code: 0 });
    await execute(folder, "UPDATE _schema_sync_trail SET entry = replace(entry, 'failed', 'done') WHERE place > 0");
    expect(await throughPipes(folder, ['audit', 'verify', ...url])).toMatchObject({ code: 3 });
  });

  test('keep what others changed from passing for theirs', async () => {
    const folder = await begun(plain);
    await schemaSync(folder, ['baseline', ...url]);
    await execute(folder, 'CREATE TABLE intruder (x)');
    await schemaSync(folder, ['migrate', 'up', ...call, '--yes']);
    expect((await json(folder, 'drift', ...url)).found.added).toContain('table:intruder');
  });

  test('are asked about, and refused where nobody can be', async () => {
    const folder = await begun(plain);
    const up = await schemaSync(folder, ['migrate', 'up', ...call]);
    expect(up).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes') });
    expect(await readFile(join(folder, 'm/0001_first.sql'), 'utf8')).toBe(first);
    const none = await schemaSync(folder, ['migrate', 'up', '--dir', 'nothing', ...url]);
    expect(none.code).toBe(1);
    const twice = await begun({ ...plain, 'm/1_other.sql': first });
    expect((await schemaSync(twice, ['migrate', 'status', ...call])).stderr).toContain('are both version 1');
  });
});

test('folders of Drizzle 1.0 are told from those of Prisma: how they stand is said, and they are left to their tool', async () => {
  const folder = await project({
    'm/20240101000000_first/migration.sql': first,
    'm/20240101000000_first/snapshot.json': '{}',
  });
  await execute(folder, 'SELECT 1');
  const call = ['--dir', 'm', ...url];
  const status = await schemaSync(folder, ['migrate', 'status', ...call]);
  expect(status.stdout).toContain('20240101000000_first');
  expect(await schemaSync(folder, ['migrate', 'up', ...call, '--yes'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('left to Drizzle'),
  });
});
