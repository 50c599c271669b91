import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { postgresPlace, sqlitePlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

const notes = pgTable('notes', { id: serial().primaryKey(), body: text().unique() });
const lists = pgTable('lists', { id: integer().primaryKey() });
const marks = pgTable('marks', { id: integer().primaryKey(), note: integer().references(() => notes.id) });

describe.skipIf('absent' in server)('between plugins of a database of PostgreSQL', () => {
  test('a table moves with its rows, and the one that had it forgets it', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await migrator.migrate('plugin-old', { notes, lists });
    await migrator.migrate('plugin-marks', { marks });
    await query("INSERT INTO old.notes (body) VALUES ('kept')");
    await query('INSERT INTO marks.marks VALUES (1, 1)');
    const takes = { notes: 'plugin-old' };
    const plugins = [
      { name: 'plugin-old', schema: { lists } },
      { name: 'plugin-new', schema: { notes }, takes },
    ];
    const told = await migrator.checkMigration('plugin-new', { notes }, { takes });
    expect(told).toMatchObject({
      destructive: [],
      sql: expect.arrayContaining(['ALTER TABLE old.notes SET SCHEMA new']),
    });
    expect(await migrator.migrateAll(plugins)).toMatchObject([
      { plugin: 'plugin-new', outcome: 'migrated' },
      { plugin: 'plugin-old', outcome: 'found', sql: [] },
    ]);
    expect(await query("INSERT INTO new.notes (body) VALUES ('more') RETURNING id")).toEqual([{ id: 2 }]);
    expect(await query('SELECT body FROM marks.marks JOIN new.notes ON notes.id = note')).toEqual([{ body: 'kept' }]);
    expect(await migrator.migrateAll(plugins)).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
    expect((await migrator.getHistory('plugin-old')).map(({ how }) => how)).toEqual([
      'migrated',
      'handed over',
      'taken over',
    ]);
    await expect(migrator.rollback('plugin-old', 0)).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      details: { idx: 1 },
    });
    await migrator.reset('plugin-old', { allowDataLoss: true });
    expect(await query('SELECT count(*)::int AS n FROM new.notes')).toEqual([{ n: 2 }]);
  });

  test('what others refer to is not dropped, and all that refer are told', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await migrator.migrate('app', { notes, lists });
    await migrator.migrate('plugin-marks', { marks });
    await query('CREATE SCHEMA mine; CREATE VIEW mine.bodies AS SELECT body FROM notes');
    const refusal = {
      code: 'PLAN_IMPOSSIBLE',
      details: {
        referring: [
          { by: 'table:marks.marks', to: 'table:notes', plugins: ['plugin-marks'] },
          { by: 'view:mine.bodies', to: 'table:notes', plugins: [] },
        ],
      },
    };
    await expect(migrator.reset('app', { allowDataLoss: true })).rejects.toMatchObject(refusal);
    await expect(migrator.migrate('app', { lists }, { force: true })).rejects.toMatchObject(refusal);
    await query('DROP VIEW mine.bodies');
    await migrator.reset('plugin-marks', { allowDataLoss: true });
    expect(await migrator.reset('app', { allowDataLoss: true })).toMatchObject({ outcome: 'migrated' });
  });

  test('of two that want one schema at the same time one has it, and the other is refused', async () => {
    await using place = await postgresPlace(url, { max: 5 });
    await place.migrator.initialize();
    const table = (name: string) => ({ t: pgTable(name, { id: integer().primaryKey() }) });
    const wanting = { 'plugin-a': table('one'), '@other/plugin-a': table('other') };
    const calls = Object.entries(wanting).map(([name, schema]) =>
      place
        .migratorOf()
        .migrate(name, schema, { prove: false })
        .then(
          ({ outcome }) => outcome,
          ({ code }) => code,
        ),
    );
    expect((await Promise.all(calls)).sort()).toEqual(['USAGE', 'migrated']);
    expect(await place.query('SELECT plugin_name FROM migrations._journal')).toHaveLength(1);
  });

  test('the lock of a plugin is one, whatever the tenant is called that it is migrated for', async () => {
    await using place = await postgresPlace(url);
    await using holder = await place.hold('drizzle plugin-lists');
    const options = { tenant: 'acme', lockTimeout: 200 };
    await expect(place.migrator.migrate('plugin-lists', { lists }, options)).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
    });
    expect(holder).toBeDefined();
  });
});

test('between plugins of a file of SQLite a table is taken over as it stands, and a referred one is not dropped', async () => {
  using place = sqlitePlace();
  const { migrator, query } = place;
  const pages = lite.sqliteTable('pages', { id: lite.integer().primaryKey() });
  const links = lite.sqliteTable('links', { page: lite.integer().references(() => pages.id) });
  await migrator.migrate('plugin-old', { pages });
  await migrator.migrate('plugin-links', { links });
  query('INSERT INTO pages VALUES (7) RETURNING id');
  await expect(migrator.reset('plugin-old', { allowDataLoss: true })).rejects.toMatchObject({
    code: 'PLAN_IMPOSSIBLE',
    details: { referring: [{ by: 'table:links', plugins: ['plugin-links'] }] },
  });
  const takes = { pages: 'plugin-old' };
  await expect(migrator.migrate('plugin-new', { pages })).rejects.toMatchObject({ code: 'USAGE' });
  expect(await migrator.migrate('plugin-new', { pages }, { takes })).toMatchObject({ outcome: 'found', sql: [] });
  await migrator.reset('plugin-old', { allowDataLoss: true });
  expect(query('SELECT id FROM pages')).toEqual([{ id: 7 }]);
});

test('of two that find one table of a file of SQLite at the same time one has it, and the other is refused', async () => {
  using place = sqlitePlace();
  await place.migrator.initialize();
  place.client.exec('CREATE TABLE there (id INTEGER PRIMARY KEY)');
  const there = lite.sqliteTable('there', { id: lite.integer().primaryKey() });
  const calls = ['plugin-a', 'plugin-b'].map((name) =>
    place.migrator.migrate(name, { there }, { prove: false }).then(
      ({ outcome }) => outcome,
      ({ code }) => code,
    ),
  );
  expect((await Promise.all(calls)).sort()).toEqual(['USAGE', 'found']);
});
