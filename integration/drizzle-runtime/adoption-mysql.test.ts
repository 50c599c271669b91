import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mariadbDriver from '@sync/driver-mariadb';
import mysqlDriver from '@sync/driver-mysql';
import { RuntimeMigrator } from '@sync/drizzle';
import { bigint, int, mysqlTable, timestamp, varchar } from 'drizzle-orm/mysql-core';
import { drizzle } from 'drizzle-orm/mysql2';
import { createPool } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { KitHistory, mysqlKit } from '../drizzle-kit/kit.js';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';

const users = mysqlTable('users', {
  id: int().primaryKey().autoincrement(),
  name: varchar({ length: 20 }).unique(),
  at: timestamp().defaultNow(),
});
const posts = mysqlTable('posts', {
  id: bigint({ mode: 'number' }).primaryKey().autoincrement(),
  user: int().references(() => users.id),
});
const gone = mysqlTable('gone', { id: int().primaryKey() });

/** A database with rows, as Drizzle Kit's own migrations left it. */
async function migratedPlace(server: string) {
  const fresh = await freshMysqlDatabase(server, 'mysql');
  const history = new KitHistory(mysqlKit, fresh.url, undefined);
  await history.migrateTo({ users });
  await history.draw();
  await history.migrateTo({ users, posts, gone });
  await history.draw();
  const pool = createPool(Object.assign(new URL(fresh.url), { search: '' }).href);
  await pool.query("INSERT INTO users (name) VALUES ('a')");
  return {
    folder: history.folder,
    pool,
    book: async () => (await pool.query('SELECT * FROM __drizzle_migrations'))[0],
    async [Symbol.asyncDispose]() {
      await pool.end();
      history[Symbol.dispose]();
      await fresh[Symbol.asyncDispose]();
    },
  };
}

/** The same history in the layout of Drizzle 1.0: a folder for each migration, and a book with their names. */
async function asFolders({ folder, pool }: Awaited<ReturnType<typeof migratedPlace>>): Promise<string> {
  const newer = mkdtempSync(join(tmpdir(), 'schema-sync-drizzle-'));
  const tables = { users: ['id', 'name', 'at'], posts: ['id', 'user'], gone: ['id'] };
  const ddl = Object.entries(tables).flatMap(([table, columns]) => [
    { entityType: 'tables', name: table },
    ...columns.map((name) => ({ entityType: 'columns', table, name })),
  ]);
  await pool.query('ALTER TABLE __drizzle_migrations ADD COLUMN name text, ADD COLUMN applied_at timestamp NULL');
  for (const idx of [0, 1]) {
    const name = `2023111422132${idx}_step`;
    mkdirSync(join(newer, name));
    copyFileSync(join(folder, `000${idx}_step.sql`), join(newer, name, 'migration.sql'));
    writeFileSync(join(newer, name, 'snapshot.json'), JSON.stringify({ version: '6', dialect: 'mysql', ddl }));
    const hash = createHash('sha256')
      .update(readFileSync(join(newer, name, 'migration.sql')))
      .digest('hex');
    await pool.query('UPDATE __drizzle_migrations SET name = ?, applied_at = now() WHERE hash = ?', [name, hash]);
  }
  return newer;
}

const family = [
  ['mysql-9', mysqlDriver],
  ['mariadb-11', mariadbDriver],
] as const;

describe.each(family)('a database of %s that Drizzle Kit migrated', (name, driver) => {
  const server = realServer(name);

  test.skipIf('absent' in server)(
    'is taken over as it is, without its folder and with it, in both layouts',
    async () => {
      await using place = await migratedPlace('url' in server ? server.url : '');
      const { folder, pool } = place;
      const migrator = new RuntimeMigrator(drizzle({ client: pool }), { driver: driver as never });
      const dropping = { outcome: 'planned', destructive: [{ change: 'drop table:gone', rows: 0 }] };
      expect(await migrator.checkMigration('app', { users, posts })).toMatchObject({ outcome: 'planned', changes: [] });
      expect(await migrator.checkMigration('app', { users, posts }, { drizzleKit: folder })).toMatchObject(dropping);
      const newer = await asFolders(place);
      try {
        expect(await migrator.checkMigration('app', { users, posts }, { drizzleKit: newer })).toMatchObject(dropping);
        const book = await place.book();
        const all = { users, posts, gone };
        expect(await migrator.migrate('app', all, { drizzleKit: newer })).toMatchObject({
          outcome: 'found',
          idx: 2,
          sql: [],
        });
        expect(await migrator.migrate('app', all)).toMatchObject({ outcome: 'unchanged' });
        const more = mysqlTable('gone', { id: int().primaryKey(), more: int() });
        expect(await migrator.migrate('app', { users, posts, gone: more })).toMatchObject({
          idx: 3,
          changes: ['alter table:gone'],
        });
        expect((await migrator.getHistory('app')).map(({ tag }) => tag.replace(/^\d+_/, ''))).toEqual([
          'step',
          'step',
          'app',
          'app',
        ]);
        expect(await place.book()).toEqual(book);
      } finally {
        rmSync(newer, { recursive: true });
      }
    },
  );
});
