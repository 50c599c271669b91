import driver from '@sync/driver-postgres';
import { namespaceOf } from '@sync/drizzle';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgSchema, pgTable, pgView, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { postgresPlace, wholeCatalogue } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

const agents = pgTable('agents', { id: integer().primaryKey(), name: text() });
const mood = pgEnum('mood', ['calm', 'cross']);
const notes = pgTable(
  'notes',
  { id: integer().primaryKey(), agent: integer().references(() => agents.id), body: text(), mood: mood() },
  (t) => [index('by_body').on(t.body).where(sql`${t.body} <> ''`), check('positive', sql`${t.id} > 0`)],
);
const long = pgView('long').as((qb) => qb.select().from(notes).where(sql`length(${notes.body}) > 3`));
const plugin = '@elizaos/plugin-notes';

describe.skipIf('absent' in server)('a program migrates PostgreSQL at run time', () => {
  test('plugins have schemas of their own, refer to each other, and are noted as the books say', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query, asked } = place;
    await migrator.initialize();
    expect(await migrator.migrate('app', { agents })).toMatchObject({ outcome: 'migrated', idx: 0 });
    const done = await migrator.migrate(plugin, { notes, mood, long });
    expect(done).toMatchObject({ outcome: 'migrated', idx: 0 });
    await query("INSERT INTO agents VALUES (1, 'a')");
    await query("INSERT INTO notes.notes VALUES (1, 1, 'body', 'calm')");
    expect(await query('SELECT id FROM notes.long')).toEqual([{ id: 1 }]);
    await expect(query('INSERT INTO notes.notes VALUES (2, 9)')).rejects.toThrow(/foreign key/);
    const columns = `
      SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
      WHERE table_schema = 'migrations' ORDER BY table_name, ordinal_position`;
    expect((await query(columns)).map((row) => Object.values(row).join(' '))).toEqual([
      '_journal plugin_name text NO ',
      '_journal version text NO ',
      "_journal dialect text NO 'postgresql'::text",
      "_journal entries jsonb NO '[]'::jsonb",
      "_migrations id integer NO nextval('migrations._migrations_id_seq'::regclass)",
      '_migrations plugin_name text NO ',
      '_migrations hash text NO ',
      '_migrations created_at bigint NO ',
      "_snapshots id integer NO nextval('migrations._snapshots_id_seq'::regclass)",
      '_snapshots plugin_name text NO ',
      '_snapshots idx integer NO ',
      '_snapshots snapshot jsonb NO ',
      '_snapshots created_at timestamp without time zone YES now()',
    ]);
    expect(await migrator.getStatus(plugin)).toMatchObject({
      hasRun: true,
      lastMigration: { hash: done.hash },
      snapshots: 1,
    });
    expect(await migrator.getHistory(plugin)).toMatchObject([{ idx: 0, hash: done.hash, sql: done.sql }]);
    asked.length = 0;
    expect(await migrator.migrate(plugin, { long, mood, notes })).toMatchObject({ outcome: 'unchanged' });
    expect(await place.migratorOf().migrate(plugin, { notes, mood, long })).toMatchObject({ outcome: 'unchanged' });
    expect(asked).toHaveLength(2);
  });

  test('a dry run writes nothing at all, before the first migration and after it', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const empty = await query(wholeCatalogue);
    const told = await migrator.checkMigration('app', { agents });
    expect(told).toMatchObject({ outcome: 'planned', destructive: [] });
    expect(await query(wholeCatalogue)).toEqual(empty);
    await migrator.migrate('app', { agents });
    await query("INSERT INTO agents VALUES (1, 'a')");
    const before = await query(wholeCatalogue);
    const books = () =>
      query('SELECT (SELECT count(*) FROM migrations._migrations), (SELECT entries::text FROM migrations._journal)');
    const noted = await books();
    const less = { agents: pgTable('agents', { id: integer().primaryKey() }) };
    expect(await migrator.migrate('app', less, { dryRun: true })).toMatchObject({
      outcome: 'planned',
      sql: [expect.stringContaining('DROP COLUMN')],
      destructive: [{ code: 'drops-column', rows: 1 }],
    });
    expect(await query(wholeCatalogue)).toEqual(before);
    expect(await books()).toEqual(noted);
  });

  test('what would be lost and what rows are in the way of is listed, and stops it unless it is allowed', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const more = pgTable('more', { id: integer().primaryKey() });
    await migrator.migrate('app', { agents, more });
    await query("INSERT INTO agents VALUES (1, 'a'), (2, 'a'), (3, NULL)");
    const next = {
      agents: pgTable('agents', { id: integer().primaryKey(), name: text().notNull() }, (t) => [
        uniqueIndex('u').on(t.name),
      ]),
    };
    await expect(migrator.migrate('app', next)).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      details: {
        changes: [{ change: 'drop table:more', code: 'drops-table', rows: 0, allowedBy: ['allowDataLoss', 'force'] }],
        rows: [{ rows: 1 }, { rows: 2 }].map((each) => expect.objectContaining(each)),
      },
    });
    await expect(migrator.migrate('app', next, { allowDataLoss: true })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
    });
    await query("UPDATE agents SET name = 'b' || id");
    expect(await migrator.migrate('app', next, { allowDataLoss: true })).toMatchObject({ outcome: 'migrated', idx: 1 });
  });

  test('what is renamed keeps its rows, there and back', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await migrator.migrate('app', { agents });
    await migrator.migrate(plugin, { notes, mood });
    await query("INSERT INTO notes.notes (id, body) VALUES (1, 'kept')");
    const pages = pgTable('pages', { id: integer().primaryKey(), content: text() });
    const renames = { notes: 'pages', 'notes.body': 'pages.content' };
    await migrator.migrate(plugin, { pages }, { renames, allowDataLoss: true });
    expect(await query('SELECT * FROM notes.pages')).toEqual([{ id: 1, content: 'kept' }]);
    expect(await migrator.rollback(plugin, 0)).toMatchObject({ idx: 2 });
    expect(await query('SELECT * FROM notes.notes')).toEqual([{ id: 1, agent: null, body: 'kept', mood: null }]);
    expect(await migrator.migrate(plugin, { notes, mood })).toMatchObject({ outcome: 'unchanged' });
    expect((await migrator.getHistory(plugin)).map(({ how }) => how)).toEqual(['migrated', 'migrated', 'rolled back']);
    await expect(migrator.rollback(plugin, 9)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('where the third of five tables fails, nothing is left of any', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await query(`CREATE FUNCTION stop() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
      IF to_regclass('five.c') IS NOT NULL THEN RAISE 'no third table'; END IF; END $$`);
    await query("CREATE EVENT TRIGGER stop ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION stop()");
    const five = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, pgTable(name, { id: integer() })]));
    await expect(migrator.migrate('plugin-five', five)).rejects.toThrow(/no third table/);
    expect(await query("SELECT 1 FROM pg_namespace WHERE nspname = 'five'")).toEqual([]);
    expect(await query('SELECT 1 FROM migrations._migrations UNION ALL SELECT 1 FROM migrations._snapshots')).toEqual(
      [],
    );
    await query('DROP EVENT TRIGGER stop');
    expect(await migrator.migrate('plugin-five', five)).toMatchObject({ outcome: 'migrated', idx: 0 });
  });

  test('what was there before is what it starts from, in each namespace, and what is somebody else’s stays', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await query('CREATE TABLE agents (id integer PRIMARY KEY, name text); CREATE TABLE others (a integer)');
    await query('CREATE SCHEMA notes; CREATE TABLE notes.notes (id integer PRIMARY KEY, agent integer)');
    expect(await migrator.migrate('app', { agents })).toMatchObject({ outcome: 'found', idx: 0, sql: [] });
    expect(await migrator.migrate(plugin, { notes, mood })).toMatchObject({ outcome: 'migrated', idx: 1 });
    expect((await migrator.getHistory(plugin)).map(({ how }) => how)).toEqual(['found', 'migrated']);
    expect(await migrator.rollback(plugin, 0, { allowDataLoss: true })).toMatchObject({ idx: 2 });
    await query('CREATE INDEX by_hand ON agents (name)');
    const wider = { agents: pgTable('agents', { id: integer().primaryKey(), name: text(), more: text() }) };
    await migrator.migrate('app', wider);
    expect(await query("SELECT to_regclass('by_hand') AS i, to_regclass('others') AS t")).toEqual([
      { i: 'by_hand', t: 'others' },
    ]);
    await migrator.reset('app', { allowDataLoss: true });
    expect(await query("SELECT to_regclass('agents') AS gone, to_regclass('others') AS t")).toEqual([
      { gone: null, t: 'others' },
    ]);
  });

  test('a plugin comes back after it was away, and two that would share a schema or a table are refused', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const mine = pgSchema(namespaceOf('plugin-mine')).table('t', { id: integer() });
    await migrator.migrate('plugin-mine', { mine });
    await migrator.migrate('app', { agents });
    await expect(
      migrator.migrate('@other/plugin-mine', { notes: pgTable('n', { id: integer() }) }),
    ).rejects.toMatchObject({
      code: 'USAGE',
      details: { other: 'plugin-mine', namespace: 'mine' },
    });
    await expect(migrator.migrate('plugin-sql', { agents })).rejects.toMatchObject({
      code: 'USAGE',
      details: { other: 'app' },
    });
    expect(await migrator.migrate('plugin-mine', { mine })).toMatchObject({ outcome: 'unchanged' });
    await expect(migrator.reset('plugin-mine')).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    await migrator.reset('plugin-mine', { allowDataLoss: true });
    expect(await query("SELECT 1 FROM pg_namespace WHERE nspname = 'mine'")).toEqual([]);
    expect(await migrator.migrate('plugin-mine', { mine })).toMatchObject({ outcome: 'migrated', idx: 0 });
  });

  test('the lock of a plugin is waited for no longer than is said, and that of another is not in the way', async () => {
    await using place = await postgresPlace(url);
    await using holder = await driver.connect(driver.options({ url: place.url, directory: '/' }), { access: 'write' });
    await using _ = await holder.lock('drizzle plugin-a');
    const t = pgTable('t', { id: integer() });
    await expect(place.migrator.migrate('plugin-a', { t }, { lockTimeout: 200 })).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
    });
    expect(await place.migrator.migrate('plugin-b', { t }, { lockTimeout: 5000 })).toMatchObject({
      outcome: 'migrated',
    });
  });

  test('all plugins are migrated after those that they refer to, and asked about at once where nothing changed', async () => {
    await using place = await postgresPlace(url, { max: 20 });
    const { migrator, asked } = place;
    const plugins = [
      { name: plugin, schema: { notes, mood } },
      { name: 'app', schema: { agents } },
    ];
    expect(await migrator.migrateAll(plugins, { dryRun: true })).toMatchObject([
      { plugin: 'app', outcome: 'planned' },
      { plugin, outcome: 'planned', changes: expect.arrayContaining(['create table:notes.notes']) },
    ]);
    await expect(migrator.migrate(plugin, { notes, mood })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { missing: ['table:agents'] },
    });
    expect((await migrator.migrateAll(plugins)).map((each) => each.plugin)).toEqual(['app', plugin]);
    asked.length = 0;
    const again = await place.migratorOf().migrateAll(plugins);
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(asked).toHaveLength(1);
    const all = Array.from({ length: 20 }, () =>
      migrator.migrate('plugin-once', { t: pgTable('t', { id: integer() }) }),
    );
    const outcomes = (await Promise.all(all)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'migrated')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(19);
  });
});
