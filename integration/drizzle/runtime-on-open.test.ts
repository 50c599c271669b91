import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import driver from '@sync/driver-sqlite';
import { migrateOnOpen } from '@sync/drizzle';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { sqlitePlace } from '../drizzle-runtime/place.js';

const users = sqliteTable('users', { id: integer().primaryKey(), name: text() });
const plugins = [
  { name: 'app', schema: { users } },
  { name: 'plugin-notes', schema: { notes: sqliteTable('notes', { id: integer().references(() => users.id) }) } },
];

test('a file of a tenant is migrated as it is opened, asked once for all plugins where nothing changed, and not again', async () => {
  using place = sqlitePlace();
  const asked: string[] = [];
  const open = (path = place.path) =>
    drizzle({ client: new Database(path), logger: { logQuery: (query) => asked.push(query) } });
  const opened = migrateOnOpen(plugins, { driver });
  const first = await opened(open(), 'acme');
  first.insert(users).values({ id: 1, name: 'a' }).run();
  asked.length = 0;
  const again = open();
  await Promise.all([opened(again, 'acme'), opened(again, 'acme')]);
  expect(asked).toHaveLength(1);
  await opened(again, 'acme');
  expect(asked).toHaveLength(1);
  expect(again.select().from(users).all()).toEqual([{ id: 1, name: 'a' }]);
  for (const each of [first, again]) each.$client.close();
});

test('what failed to open is tried again', async () => {
  using place = sqlitePlace();
  place.client.exec('CREATE TABLE users (id INTEGER PRIMARY KEY); INSERT INTO users VALUES (1)');
  const strict = [
    { name: 'app', schema: { users: sqliteTable('users', { id: integer().primaryKey(), name: text().notNull() }) } },
  ];
  const opened = migrateOnOpen(strict, { driver });
  const database = drizzle({ client: place.client });
  await expect(opened(database)).rejects.toMatchObject({ code: 'CHECK_FAILED' });
  place.client.exec('DELETE FROM users');
  expect(await opened(database)).toBe(database);
});

test('what no open can follow is refused before any is made', () => {
  for (const options of [null, { dryrun: true }, { main: 'app' }])
    expect(() => migrateOnOpen(plugins, options as never)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});

/** Opens a file that did not change, with a driver that is found and with one that is given, in turn: whatever else the machine does is in both. Tells how many times as long the former takes. */
const openings = `
import driver from '@sync/driver-sqlite';
import { migrateOnOpen } from '@sync/drizzle';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
const plugins = [{ name: 'app', schema: { users: sqliteTable('users', { id: integer() }) } }];
const ways = [migrateOnOpen(plugins), migrateOnOpen(plugins, { driver })].map((opened) => ({ opened, took: [] }));
for (let i = 0; i < 60; i++) {
  const { opened, took } = ways[i % 2];
  const client = new Database(process.argv[1]);
  const start = performance.now();
  await opened(drizzle({ client }));
  took.push(performance.now() - start);
  client.close();
}
const [found, given] = ways.map(({ took }) => took.toSorted((a, b) => a - b)[took.length >> 1]);
console.log(found / given);
`;

test('a driver is not looked for again at each open', () => {
  using place = sqlitePlace();
  // Where a project has drivers installed: the tests of this workspace hand theirs over.
  const cwd = resolve(import.meta.dirname, '../../examples/plugin-host');
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', openings, place.path], {
    cwd,
    encoding: 'utf8',
  });
  expect(ended.stderr).toBe('');
  // Looking for it takes several times as long as all else that is done where nothing changed.
  expect(Number(ended.stdout)).toBeLessThan(2);
});

const isLong = process.env.TEST_LONG === '1';
const count = isLong ? 200 : 40;

test(`${count} plugins in one database are migrated, and asked about at once from then on`, async () => {
  using place = sqlitePlace(true);
  const many = Array.from({ length: count }, (_, i) => ({
    name: `plugin-${i}`,
    schema: { t: sqliteTable(`t${i}`, { id: integer().primaryKey() }) },
  }));
  const outcomes = async () =>
    new Set((await place.migrator.migrateAll(many, { prove: false })).map(({ outcome }) => outcome));
  expect(await outcomes()).toEqual(new Set(['migrated']));
  place.asked.length = 0;
  expect(await outcomes()).toEqual(new Set(['unchanged']));
  expect(place.asked).toHaveLength(1);
});
