import { customType, integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { postgresPlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

const table = (name: string, more = {}) => pgTable(name, { id: integer().primaryKey(), ...more });

describe.skipIf('absent' in server)('what others have in a database of PostgreSQL', () => {
  test('is told from what a plugin declares to the letter', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await query('CREATE TABLE "Users" (a integer); CREATE TABLE "*" (a integer); CREATE TABLE "u?ers" (a integer)');
    expect(await migrator.migrate('app', { users: table('users') })).toMatchObject({ outcome: 'migrated', idx: 0 });
    expect(await query('SELECT id FROM users')).toEqual([]);
    expect(await migrator.migrate('app', { users: table('users', { name: text() }) })).toMatchObject({
      sql: ['ALTER TABLE public.users ADD COLUMN name text'],
    });
    await migrator.reset('app', { allowDataLoss: true });
    expect(await query(`SELECT a FROM "Users" UNION ALL SELECT a FROM "*" UNION ALL SELECT a FROM "u?ers"`)).toEqual(
      [],
    );
  });

  test('stays where it lies in a schema that a plugin is called as', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await query(`CREATE SCHEMA notes; CREATE VIEW notes.v AS SELECT 1 AS a; CREATE TYPE notes.e AS ENUM ('a');
      CREATE FUNCTION notes.f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TABLE notes.t (a integer)`);
    const there = () =>
      query("SELECT 1 AS v FROM notes.v UNION ALL SELECT notes.f() UNION ALL SELECT count('a'::notes.e) FROM notes.t");
    const before = await there();
    expect(await migrator.migrate('plugin-notes', { notes: table('notes') })).toMatchObject({
      changes: ['create postgres/constraint:notes.notes.notes_pkey', 'create table:notes.notes'],
    });
    expect(await there()).toEqual(before);
    await migrator.reset('plugin-notes', { allowDataLoss: true });
    expect(await there()).toEqual(before);
  });

  test('and another plugin has is not taken by a rename, and an extension is nobody’s', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await query('CREATE EXTENSION citext');
    const word = customType<{ data: string }>({ dataType: () => 'citext' })();
    await migrator.migrate('app', { theirs: table('theirs', { word }) });
    await query("INSERT INTO theirs VALUES (1, 'kept')");
    const mine = { mine: table('mine', { word }) };
    await expect(migrator.migrate('plugin-sql', mine, { renames: { theirs: 'mine' } })).rejects.toMatchObject({
      code: 'RENAME_INVALID',
    });
    expect(await migrator.migrate('plugin-sql', mine)).toMatchObject({ outcome: 'migrated' });
    expect(await migrator.migrate('plugin-words', { words: table('words', { word }) })).toMatchObject({ idx: 0 });
    await migrator.reset('app', { allowDataLoss: true });
    expect(await query("SELECT extname, to_regclass('mine') AS t FROM pg_extension WHERE extname = 'citext'")).toEqual([
      { extname: 'citext', t: 'mine' },
    ]);
  });

  test('is not declared where the server or the books have theirs', async () => {
    await using place = await postgresPlace(url);
    for (const [schema, name] of [
      ['information_schema', 'mine'],
      ['pg_own', 'mine'],
      ['migrations', '_journal'],
      ['_schema_sync', 'mine'],
    ] as const) {
      const table = pgSchema(schema).table(name, { id: integer() });
      await expect(place.migrator.migrate('plugin-a', { table }, { prove: false })).rejects.toMatchObject({
        code: 'USAGE',
        details: { plugin: 'plugin-a', table: name },
      });
    }
  });

  test('extensions that a plugin needs are made, and stay when it goes', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const schema = { words: table('words', { word: customType<{ data: string }>({ dataType: () => 'citext' })() }) };
    const plugins = [
      { name: 'app', schema, extensions: ['citext'] },
      { name: 'plugin-words', schema: { more: table('more') }, extensions: ['citext'] },
    ];
    expect(await migrator.migrateAll(plugins)).toMatchObject([
      { idx: 0, sql: expect.arrayContaining(['CREATE EXTENSION citext SCHEMA public']) },
      { idx: 0 },
    ]);
    expect(await migrator.migrateAll(plugins)).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
    await migrator.reset('app', { allowDataLoss: true });
    expect(await query("SELECT 1 AS n FROM pg_extension WHERE extname = 'citext'")).toEqual([{ n: 1 }]);
  });
});
