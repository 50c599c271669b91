import driver from '@sync/driver-sqlite';
import { RuntimeMigrator } from '@sync/drizzle';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { sqlitePlace } from '../drizzle-runtime/place.js';

const teams = sqliteTable('teams', { id: integer().primaryKey(), name: text() });
const users = sqliteTable('users', {
  id: integer().primaryKey(),
  team: integer().references(() => teams.id),
  mail: text(),
});

describe.each([
  ['a file', false],
  ['a database in memory', true],
])('a program migrates %s of SQLite at run time', (_what, memory) => {
  test('plugins are told apart by their tables, and what is unchanged takes one question', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query, asked } = place;
    expect(await migrator.checkMigration('app', { teams })).toMatchObject({ outcome: 'planned' });
    expect(query('SELECT name FROM sqlite_master')).toEqual([]);
    expect(
      await migrator.migrateAll([
        { name: 'plugin-users', schema: { users } },
        { name: 'app', schema: { teams } },
      ]),
    ).toMatchObject([
      { plugin: 'app', outcome: 'migrated' },
      { plugin: 'plugin-users', outcome: 'migrated' },
    ]);
    asked.length = 0;
    expect(await migrator.migrate('plugin-users', { users })).toMatchObject({ outcome: 'unchanged' });
    expect(asked).toHaveLength(1);
    await expect(migrator.migrate('plugin-more', { teams })).rejects.toMatchObject({
      code: 'USAGE',
      details: { other: 'app' },
    });
    query("INSERT INTO teams VALUES (1, 'a') RETURNING id");
    query("INSERT INTO users VALUES (1, 1, 'm') RETURNING id");
    const wider = sqliteTable('teams', { id: integer().primaryKey(), name: text().notNull(), more: text() });
    expect(await migrator.migrate('app', { teams: wider })).toMatchObject({ outcome: 'migrated', idx: 1 });
    expect(query('SELECT * FROM users')).toEqual([{ id: 1, team: 1, mail: 'm' }]);
    expect(await migrator.rollback('app', 0, { allowDataLoss: true })).toMatchObject({ outcome: 'migrated', idx: 2 });
    await migrator.reset('plugin-users', { allowDataLoss: true });
    expect(query("SELECT name FROM sqlite_master WHERE name = 'users'")).toEqual([]);
    expect((await migrator.getHistory('app')).map(({ idx, sql }) => [idx, (sql ?? []).length > 0])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
  });

  test('plugins that are migrated at the same time wait for each other, and one that is misspelt or stopped writes nothing', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    const misspelt = { dryrun: true } as object;
    const late = { name: 'late', schema: { late: sqliteTable('late', { id: integer() }) }, ...misspelt };
    const first = { name: 'early', schema: { early: sqliteTable('early', { id: integer() }) } };
    await expect(place.migrator.migrateAll([first, late])).rejects.toMatchObject({ code: 'USAGE' });
    await expect(migrator.migrate('app', { teams }, misspelt)).rejects.toMatchObject({
      code: 'USAGE',
      hint: 'Did you mean dryRun?',
    });
    const stopped = { signal: AbortSignal.abort() };
    await expect(migrator.migrate('app', { teams }, stopped)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(query('SELECT name FROM sqlite_master')).toEqual([]);
    const names = ['a', 'a', 'b', 'b', 'c', 'c'];
    const schemas = Object.fromEntries(names.map((name) => [name, { t: sqliteTable(name, { id: integer() }) }]));
    const all = names.map((name) => migrator.migrate(`plugin-${name}`, schemas[name] ?? {}, { prove: false }));
    const outcomes = (await Promise.all(all)).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...Array(3).fill('migrated'), ...Array(3).fill('unchanged')]);
  });

  test('whoever waits for others hears when to stop, and those behind still come through', async () => {
    using place = sqlitePlace(memory);
    const { migrator } = place;
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => [`t${i}`, sqliteTable(`t${i}`, { id: integer().primaryKey() })]),
    );
    const ended: string[] = [];
    const stop = new AbortController();
    const call = (name: string, options: object) =>
      migrator.migrate('app', many, { prove: false, ...options }).then(
        ({ outcome }) => ended.push(`${name} ${outcome}`),
        ({ code }) => ended.push(`${name} ${code}`),
      );
    const [first, ...others] = [
      call('first', {}),
      call('aborted', { signal: stop.signal }),
      call('late', { lockTimeout: 1 }),
      call('last', {}),
    ];
    const asked = migrator.getStatus('app', { signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
    await Promise.all([first, ...others]);
    expect(ended.slice(0, 2).sort()).toEqual(['aborted CANCELLED', 'late LOCK_TIMEOUT']);
    expect(ended.slice(2)).toEqual(['first migrated', 'last unchanged']);
  });

  test.each<[string, (migrator: RuntimeMigrator) => Promise<unknown>]>([
    ['no options', (migrator) => migrator.migrate('app', { teams }, null as never)],
    ['a list of options', (migrator) => migrator.migrate('app', { teams }, [] as never)],
    ['a dry run in words', (migrator) => migrator.migrate('app', { teams }, { dryRun: 'yes' } as never)],
    ['a name', (migrator) => migrator.migrate(undefined as never, { teams })],
    ['a time', (migrator) => migrator.migrate('app', { teams }, { lockTimeout: Number.NaN })],
    ['a signal', (migrator) => migrator.migrate('app', { teams }, { signal: new AbortController() as never })],
    ['renames', (migrator) => migrator.migrate('app', { teams }, { renames: { a: 1 } as never })],
    ['extensions', (migrator) => migrator.migrate('app', { teams }, { extensions: 'vector' as never })],
    ['a folder', (migrator) => migrator.migrate('app', { teams }, { drizzleKit: {} as never })],
    ['no plugins', (migrator) => migrator.migrateAll(null as never)],
    ['a plugin that is none', (migrator) => migrator.migrateAll([null as never])],
    ['a plugin without a name', (migrator) => migrator.migrateAll([{ schema: { teams } } as never])],
    ['options of a plugin', (migrator) => migrator.migrateAll([{ name: 'app', schema: { teams }, force: 1 as never }])],
    ['what to check', (migrator) => migrator.checkMigration('app', { teams }, null as never)],
    ['a status', (migrator) => migrator.getStatus(5 as never)],
    ['a history', (migrator) => migrator.getHistory('app', null as never)],
    ['a way back', (migrator) => migrator.rollback('app', '0' as never)],
    ['a reset', (migrator) => migrator.reset('app', null as never)],
    ['a beginning', (migrator) => migrator.initialize('app' as never)],
  ])('%s that nobody can follow is refused by name, with a hint, and nothing is written', async (_what, call) => {
    using place = sqlitePlace(memory);
    await expect(call(place.migrator)).rejects.toMatchObject({ code: 'USAGE', hint: expect.stringMatching(/./) });
    expect(place.query('SELECT name FROM sqlite_master')).toEqual([]);
  });

  test.each(['migrations_Journal', '_schema_sync_runs'])(
    'a table called %s is not declared by a plugin',
    async (name) => {
      using place = sqlitePlace(memory);
      const schema = { t: sqliteTable(name, { id: integer() }) };
      await expect(place.migrator.migrate('plugin-a', schema, { prove: false })).rejects.toMatchObject({
        code: 'USAGE',
        details: { plugin: 'plugin-a', table: name },
      });
      const view = sqliteView('_Schema_sync_runs', { id: integer() }).as(sql`SELECT 1`);
      await expect(place.migrator.migrate('plugin-a', { teams, view })).rejects.toMatchObject({
        code: 'USAGE',
        details: { view: '_Schema_sync_runs' },
      });
      await expect(place.migrator.migrate('app', { teams }, { drizzleKit: './nowhere' })).rejects.toMatchObject({
        code: 'SOURCE_NOT_FOUND',
        hint: expect.stringContaining('meta/_journal.json'),
      });
    },
  );

  test.each(['{}', 'damaged'])('books that hold %s are told of by name', async (entries) => {
    using place = sqlitePlace(memory);
    await place.migrator.migrate('app', { teams }, { prove: false });
    place.client.prepare('UPDATE migrations_journal SET entries = ?').run(entries);
    const wider = sqliteTable('teams', { id: integer().primaryKey(), name: text(), more: text() });
    const refused = { code: 'JOURNAL_CORRUPT', details: { plugin: 'app' } };
    await expect(place.migrator.migrate('app', { teams: wider })).rejects.toMatchObject(refused);
    await expect(place.migrator.getHistory('app')).rejects.toMatchObject(refused);
  });

  test('an option of a plugin that is undefined leaves what is said of all', async () => {
    using place = sqlitePlace(memory);
    const plugins = [{ name: 'app', schema: { teams }, dryRun: undefined }] as never;
    expect(await place.migrator.migrateAll(plugins, { dryRun: true })).toMatchObject([{ outcome: 'planned' }]);
    expect(place.query('SELECT name FROM sqlite_master')).toEqual([]);
  });

  test('what somebody changed by hand is put right where that is asked for, with lines for people and a name for the tenant', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    const lines: string[] = [];
    const call = { tenant: 'acme', logger: (line: string) => lines.push(line) };
    await migrator.migrate('app', { teams }, call);
    expect(lines).toContain('app: create table:teams');
    place.client.exec('ALTER TABLE teams ADD COLUMN by_hand');
    expect(await migrator.migrate('app', { teams }, call)).toMatchObject({ outcome: 'unchanged' });
    expect(await migrator.migrate('app', { teams }, { ...call, force: true })).toMatchObject({
      outcome: 'migrated',
      idx: 1,
    });
    expect(query("SELECT name FROM pragma_table_info('teams')")).toEqual([{ name: 'id' }, { name: 'name' }]);
    expect(query('SELECT DISTINCT tenant FROM _schema_sync_runs')).toEqual([{ tenant: 'acme:app' }]);
    expect(await migrator.migrate('app', { teams }, { ...call, force: true })).toMatchObject({ outcome: 'unchanged' });
  });

  test('going back and resetting are told without anything being written, too', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    await migrator.migrate('app', { teams });
    const wider = sqliteTable('teams', { id: integer().primaryKey(), name: text(), more: text() });
    await migrator.migrate('app', { wider });
    const books = () =>
      query('SELECT name, sql, (SELECT group_concat(entries) FROM migrations_journal) AS books FROM sqlite_master');
    const before = books();
    const dryRun = { dryRun: true };
    expect(await migrator.rollback('app', 0, dryRun)).toMatchObject({
      outcome: 'planned',
      destructive: [{ code: 'drops-column' }],
    });
    expect(await migrator.rollback('app', 1, dryRun)).toMatchObject({ outcome: 'planned', sql: [] });
    expect(await migrator.reset('app', dryRun)).toMatchObject({ outcome: 'planned', changes: ['drop table:teams'] });
    expect(books()).toEqual(before);
  });

  test('states in between are not read to tell the history, to go back past them and to drop all', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    await migrator.migrate('app', { teams }, { prove: false });
    for (const more of ['a', 'b']) {
      const wider = sqliteTable('teams', { id: integer().primaryKey(), name: text(), [more]: text() });
      await migrator.migrate('app', { teams: wider }, { prove: false, allowDataLoss: true });
    }
    query(
      "UPDATE migrations_snapshots SET snapshot = json_set(snapshot, '$.schema', 'unread') WHERE idx = 1 RETURNING id",
    );
    expect((await migrator.getHistory('app')).map(({ sql }) => sql?.length)).toEqual([1, 1, 2]);
    expect(await migrator.rollback('app', 0, { allowDataLoss: true, prove: false })).toMatchObject({ idx: 3 });
    expect(await migrator.reset('app', { allowDataLoss: true })).toMatchObject({ outcome: 'migrated' });
  });

  test('what was renamed twice has its way back, with renames that stay', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    const named = (name: string, column: string) => ({
      t: sqliteTable(name, { id: integer().primaryKey(), v: text(column) }),
    });
    await migrator.migrate('app', named('people', 'mail'));
    query("INSERT INTO people VALUES (1, 'kept') RETURNING id");
    await migrator.migrate('app', named('members', 'mail'), { renames: { people: 'members' } });
    const renames = { people: 'users', members: 'users', 'members.mail': 'users.email' };
    await migrator.migrate('app', named('users', 'email'), { renames });
    const more = { ...named('users', 'email'), more: sqliteTable('more', { id: integer() }) };
    await migrator.migrate('app', more, { renames });
    expect(await migrator.rollback('app', 0, { allowDataLoss: true })).toMatchObject({ idx: 4 });
    expect(query('SELECT mail FROM people')).toEqual([{ mail: 'kept' }]);
    expect(await migrator.rollback('app', 2)).toMatchObject({ idx: 5 });
    expect(query('SELECT email FROM users')).toEqual([{ email: 'kept' }]);
    expect(await migrator.migrate('app', named('users', 'email'), { renames })).toMatchObject({ outcome: 'unchanged' });
  });

  test('what was renamed step by step is led through to its last name', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    const named = (name: string, column: string) => ({
      t: sqliteTable(name, { id: integer().primaryKey(), v: text(column) }),
    });
    await migrator.migrate('app', named('people', 'mail'));
    query("INSERT INTO people VALUES (1, 'kept') RETURNING id");
    const renames = { people: 'members', members: 'users', 'users.mail': 'users.post', 'users.post': 'users.email' };
    await migrator.migrate('app', named('users', 'email'), { renames });
    expect(query('SELECT email FROM users')).toEqual([{ email: 'kept' }]);
  });

  test('a plugin is called what it likes, but once, and as the books can hold it', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    const schema = { teams };
    for (const name of ['x'.repeat(256), 'a\0b'])
      await expect(migrator.migrate(name, schema)).rejects.toMatchObject({ code: 'USAGE' });
    const twice = [
      { name: 'app', schema },
      { name: 'app', schema: { users } },
    ];
    await expect(migrator.migrateAll(twice)).rejects.toMatchObject({ code: 'USAGE', details: { plugin: 'app' } });
    expect(query('SELECT name FROM sqlite_master')).toEqual([]);
    // The books are made under a lock of their own.
    expect(await migrator.migrate('migrations', schema, { lockTimeout: 2000 })).toMatchObject({ outcome: 'migrated' });
  });

  test('what would be lost stops it, and nothing is noted of what failed', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    await migrator.migrate('app', { teams });
    query("INSERT INTO teams VALUES (1, 'a'), (2, 'a') RETURNING id");
    const unique = sqliteTable('teams', { id: integer().primaryKey(), name: text() }, (t) => [
      uniqueIndex('u').on(t.name),
    ]);
    await expect(migrator.migrate('app', { unique })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      details: { rows: [{ rows: 1 }] },
    });
    await expect(migrator.migrate('app', { users: sqliteTable('users', { id: integer() }) })).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      details: { changes: [{ change: 'drop table:teams', rows: 2 }] },
    });
    await expect(migrator.migrate('app', {})).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      hint: expect.stringContaining('reset'),
    });
    const clubs = sqliteTable('clubs', { id: integer().primaryKey(), name: integer() });
    await expect(migrator.migrate('app', { clubs }, { renames: { teams: 'clubs' } })).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      details: { changes: [{ code: 'converts-values', rows: 2 }] },
    });
    expect(query('SELECT count(*) AS n FROM migrations_migrations')).toEqual([{ n: 1 }]);
  });

  test('a key of another plugin is broken where that is said by name, and leads to what somebody made', async () => {
    using place = sqlitePlace(memory);
    const { migrator, query } = place;
    const named = sqliteTable('teams', { id: integer().primaryKey(), name: text().unique() });
    const players = sqliteTable('players', { team: text().references(() => named.name) });
    await expect(migrator.migrate('plugin-players', { players })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { missing: ['table:teams'] },
    });
    await migrator.migrate('app', { named });
    await migrator.migrate('plugin-players', { players });
    query("INSERT INTO teams VALUES (1, 'a') RETURNING id");
    const changes = [{ code: 'breaks-left-alone', allowedBy: ['force'] }];
    await expect(migrator.migrate('app', { teams }, { allowDataLoss: true })).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      details: { changes },
    });
    expect(await migrator.checkMigration('app', { teams })).toMatchObject({ destructive: changes });
    expect(query("INSERT INTO players VALUES ('a') RETURNING team")).toEqual([{ team: 'a' }]);
    expect(await migrator.migrate('app', { teams }, { force: true })).toMatchObject({ outcome: 'migrated' });
  });
});

test('a client that may only read, and one that is closed, are not gone past', async () => {
  using place = sqlitePlace();
  await place.migrator.initialize();
  const before = place.query('SELECT name FROM sqlite_master');
  const client = new Database(place.path, { readonly: true });
  const migrator = new RuntimeMigrator(drizzle({ client }), { driver });
  expect(await migrator.checkMigration('app', { teams })).toMatchObject({ outcome: 'planned' });
  await expect(migrator.migrate('app', { teams })).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  client.close();
  await expect(migrator.migrate('app', { teams })).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
  expect(place.query('SELECT name FROM sqlite_master')).toEqual(before);
});
