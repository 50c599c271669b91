import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { integer, pgEnum, pgSchema, pgTable, primaryKey, text, varchar } from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { KitHistory, postgresKit, sqliteKit } from '../drizzle-kit/kit.js';
import { realServer } from '../servers/real-server.js';
import { postgresPlace, sqlitePlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

const users = pgTable('users', { id: integer().primaryKey(), name: text() });
const mood = pgEnum('mood', ['calm']);
const gone = pgTable('gone', { id: integer().primaryKey(), mood: mood() });
const pastSchema = pgSchema('past');
const past = pastSchema.table('old', { id: integer() });

/** The folder of a history in the layout of Drizzle 1.0: one for each migration, with a snapshot that lists what there is. */
function asFolders(folder: string, ddl: readonly unknown[]): string {
  const newer = mkdtempSync(join(tmpdir(), 'schema-sync-drizzle-'));
  for (const idx of [0, 1]) {
    // What the moments of the older list come to.
    const made = join(newer, `2023111422132${idx}_step`);
    mkdirSync(made);
    copyFileSync(join(folder, `000${idx}_step.sql`), join(made, 'migration.sql'));
    writeFileSync(join(made, 'snapshot.json'), JSON.stringify({ version: '8', dialect: 'postgres', ddl }));
  }
  return newer;
}

/** Runs what Drizzle Kit 1.0 wrote, and notes it as Drizzle does from then on. */
async function runAsFolders(folder: string, query: (text: string) => Promise<unknown>): Promise<void> {
  await query(`
    CREATE SCHEMA drizzle;
    CREATE TABLE drizzle.__drizzle_migrations (
      id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint, name text, applied_at timestamptz DEFAULT now()
    )`);
  for (const name of readdirSync(folder).sort()) {
    const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    for (const statement of script.split('--> statement-breakpoint')) await query(statement);
    const hash = createHash('sha256').update(script).digest('hex');
    const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
    const [year = 0, month = 1, ...rest] = parts.map(Number);
    const at = Date.UTC(year, month - 1, ...rest);
    await query(
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at, name) VALUES ('${hash}', ${at}, '${name}')`,
    );
  }
}

describe.skipIf('absent' in server)('the files of Drizzle Kit', () => {
  test('tell what a plugin had that it no longer declares, and its history goes on from theirs', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    using history = new KitHistory(postgresKit, place.url, undefined);
    await history.migrateTo({ users });
    await history.migrateTo({ users, gone, mood, pastSchema, past });
    await history.draw();
    await query("INSERT INTO gone VALUES (1, 'calm')");
    const drizzleKit = history.folder;
    expect(await migrator.checkMigration('app', { users }, { drizzleKit })).toMatchObject({
      destructive: [
        { change: 'drop table:gone', rows: 1 },
        { change: 'drop table:past.old', rows: 0 },
      ],
    });
    await expect(migrator.migrate('app', { users }, { drizzleKit })).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    const all = { users, gone, mood, pastSchema, past };
    expect(await migrator.migrate('app', all, { drizzleKit })).toMatchObject({ outcome: 'found', idx: 2, sql: [] });
    // The folder may be gone from then on.
    expect(await migrator.migrate('app', { users }, { drizzleKit: './nowhere', allowDataLoss: true })).toMatchObject({
      outcome: 'migrated',
      idx: 3,
      changes: expect.arrayContaining(['drop postgres/enum:mood']),
    });
    expect((await migrator.getHistory('app')).map(({ tag, how }) => [tag, how])).toEqual([
      ['0000_step', undefined],
      ['0001_step', undefined],
      ['0002_app', 'found'],
      ['0003_app', 'migrated'],
    ]);
    await expect(migrator.rollback('app', 1)).rejects.toMatchObject({ code: 'NOT_FOUND', details: { known: [2, 3] } });
  });

  test('are read in the newer layout, too, and refused by name where they do not fit', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    using history = new KitHistory(postgresKit, place.url, undefined);
    await history.migrateTo({ users });
    await history.migrateTo({ users, gone, mood });
    const table = (name: string) => ({ entityType: 'tables', schema: 'public', name });
    const column = { entityType: 'columns', schema: 'public', table: 'gone', name: 'id' };
    const newer = asFolders(history.folder, [table('users'), table('gone'), column]);
    const stranger = asFolders(history.folder, [table('users'), { ...column, table: 'users', name: 'more' }]);
    const refusal = (drizzleKit: string, code: string, message: RegExp) =>
      expect(migrator.migrate('app', { users }, { drizzleKit })).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
    try {
      await refusal(history.folder, 'SOURCE_NOT_FOUND', /no snapshot of its newest migration, 0001_step/);
      await refusal(stranger, 'OUT_OF_SYNC', /there is no users\.more/);
      writeFileSync(join(stranger, '20231114221321_step', 'migration.sql'), 'SELECT 1');
      mkdirSync(join(stranger, '20260101000000_later'));
      writeFileSync(join(stranger, '20260101000000_later', 'migration.sql'), 'SELECT 1');
      await refusal(stranger, 'OUT_OF_SYNC', /20231114221321_step was changed since, 20260101000000_later has not run/);
      expect(await query("SELECT to_regclass('migrations._journal') AS t")).toEqual([{ t: 'migrations._journal' }]);
      expect(await migrator.getHistory('app')).toEqual([]);
      const done = await migrator.migrate('app', { users }, { drizzleKit: newer, allowDataLoss: true });
      expect(done).toMatchObject({ changes: expect.arrayContaining(['drop table:gone']), idx: 3 });
    } finally {
      for (const folder of [newer, stranger]) rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.skipIf('absent' in server)('the files of Drizzle Kit 1.0', () => {
  test('say what each migration changed, names included, and are followed', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const drizzleKit = join(import.meta.dirname, 'golden/kit-1.0');
    await runAsFolders(drizzleKit, query);
    const feeling = pgEnum('mood', ['sad', 'happy']);
    const people = pgTable(
      'people',
      { id: integer().notNull(), email: varchar({ length: 40 }).unique('users_mail_key'), mood: feeling() },
      (t) => [primaryKey({ name: 'users_pkey', columns: [t.id] })],
    );
    expect(await migrator.checkMigration('app', { feeling }, { drizzleKit })).toMatchObject({
      destructive: [{ change: 'drop table:people' }],
    });
    await query('ALTER TABLE people RENAME COLUMN email TO other');
    await expect(migrator.migrate('app', { feeling, people }, { drizzleKit })).rejects.toMatchObject({
      code: 'OUT_OF_SYNC',
      message: expect.stringContaining('there is no people.email') as string,
    });
    await query('ALTER TABLE people RENAME COLUMN other TO email');
    const found = { outcome: 'found', idx: 4, sql: [] };
    expect(await migrator.migrate('app', { feeling, people }, { drizzleKit })).toMatchObject(found);
    expect((await migrator.getHistory('app')).map(({ tag }) => tag.replace(/^\d+_/, ''))).toEqual([
      'first',
      'second',
      'third',
      'fourth',
      'app',
    ]);
  });
});

test('a file of SQLite has its list and snapshots read, and a database that Drizzle Kit never saw is made new', async () => {
  using place = sqlitePlace();
  using fresh = sqlitePlace();
  const table = (name: string) => lite.sqliteTable(name, { id: lite.integer().primaryKey() });
  const [kept, less] = [table('kept'), table('less')];
  using history = new KitHistory(sqliteKit, `sqlite:${place.path}`, undefined);
  await history.migrateTo({ kept, less });
  await history.draw();
  const options = { drizzleKit: { folder: history.folder, table: '__drizzle_migrations' }, allowDataLoss: true };
  expect(await place.migrator.migrate('app', { kept }, options)).toMatchObject({
    idx: 2,
    changes: ['drop table:less'],
  });
  expect(await fresh.migrator.migrate('app', { kept }, options)).toMatchObject({ outcome: 'migrated', idx: 0 });
});

test('a file of SQLite is taken over with the folders of the newer layout', async () => {
  using place = sqlitePlace();
  const table = (name: string) => lite.sqliteTable(name, { id: lite.integer().primaryKey() });
  const [kept, less] = [table('kept'), table('less')];
  using history = new KitHistory(sqliteKit, `sqlite:${place.path}`, undefined);
  await history.migrateTo({ kept });
  await history.migrateTo({ kept, less });
  const ddl = ['kept', 'less'].flatMap((name) => [
    { entityType: 'tables', name },
    { entityType: 'columns', table: name, name: 'id' },
  ]);
  const drizzleKit = asFolders(history.folder, ddl);
  try {
    place.client.exec('ALTER TABLE __drizzle_migrations ADD COLUMN name text');
    place.client.exec('ALTER TABLE __drizzle_migrations ADD COLUMN applied_at text');
    place.client.exec("UPDATE __drizzle_migrations SET name = '2023111422132' || (created_at / 1000 % 10) || '_step'");
    const book = place.query('SELECT * FROM __drizzle_migrations');
    expect(await place.migrator.checkMigration('app', { kept }, { drizzleKit })).toMatchObject({
      destructive: [{ change: 'drop table:less', rows: 0 }],
    });
    expect(await place.migrator.migrate('app', { kept, less }, { drizzleKit })).toMatchObject({
      outcome: 'found',
      idx: 2,
      sql: [],
    });
    expect(place.query('SELECT * FROM __drizzle_migrations')).toEqual(book);
  } finally {
    rmSync(drizzleKit, { recursive: true });
  }
});
