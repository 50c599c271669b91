import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Driver } from '@sync/core';
import mariadbDriver from '@sync/driver-mariadb';
import mysqlDriver from '@sync/driver-mysql';
import { describe, expect, test } from 'vitest';
import { administerMysql, databaseUrl } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';
import { mysql, openFleet } from './open-fleet.js';

const servers = [
  { ...mysql('mysql-9', 'mysql'), driver: mysqlDriver as Driver },
  { ...mysql('mariadb-11', 'mariadb'), driver: mariadbDriver as Driver },
  ...(process.env.TEST_LONG ? [{ ...mysql('mariadb-10', 'mariadb'), driver: mariadbDriver as Driver }] : []),
];

const tenant = [
  "CREATE TABLE plans (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'what', CONSTRAINT least CHECK (id > 0)) COMMENT 'all'",
  'CREATE TABLE users (id INT PRIMARY KEY AUTO_INCREMENT, plan INT, mail VARCHAR(50), n INT, twice INT AS (n * 2) STORED, KEY by_mail (mail), CONSTRAINT of_plan FOREIGN KEY (plan) REFERENCES plans (id))',
  'INSERT INTO plans (id) VALUES (1)',
];

/** Each shows in what is read, and is of another kind. */
const edits = [
  'ALTER TABLE users ADD COLUMN more INT',
  'ALTER TABLE users RENAME COLUMN more TO less',
  'ALTER TABLE users MODIFY less BIGINT',
  'ALTER TABLE users ALTER less SET DEFAULT 7',
  'ALTER TABLE users MODIFY less BIGINT NOT NULL',
  "ALTER TABLE users MODIFY less BIGINT NOT NULL COMMENT 'how much'",
  'ALTER TABLE users MODIFY less BIGINT NOT NULL AFTER id',
  'ALTER TABLE users DROP COLUMN less',
  'ALTER TABLE users MODIFY mail VARCHAR(50) CHARACTER SET latin1',
  'ALTER TABLE users MODIFY twice INT AS (n * 3) STORED',
  'ALTER TABLE users DROP KEY by_mail, ADD KEY by_mail (mail(10))',
  'ALTER TABLE users RENAME KEY by_mail TO mails',
  'ALTER TABLE users ADD UNIQUE KEY both_of (n, mail)',
  'ALTER TABLE users DROP KEY both_of, ADD UNIQUE KEY both_of (mail, n)',
  "ALTER TABLE users ADD KEY said (id) COMMENT 'why'",
  'ALTER TABLE users DROP FOREIGN KEY of_plan',
  'ALTER TABLE users ADD CONSTRAINT of_plan FOREIGN KEY (plan) REFERENCES plans (id) ON DELETE CASCADE',
  'ALTER TABLE plans DROP CONSTRAINT least, ADD CONSTRAINT least CHECK (id > -1)',
  "ALTER TABLE plans COMMENT 'some'",
  'ALTER TABLE plans ROW_FORMAT = COMPRESSED',
  'ALTER TABLE plans DEFAULT COLLATE utf8mb4_bin',
  'RENAME TABLE plans TO tariffs',
  'CREATE TABLE more (id INT PRIMARY KEY)',
  'DROP TABLE more',
];

const unread = [
  'INSERT INTO users (plan) VALUES (1), (1), (1)',
  'ANALYZE TABLE users',
  'ALTER TABLE users AUTO_INCREMENT = 1000',
  'DELETE FROM users',
  'OPTIMIZE TABLE users',
  'TRUNCATE TABLE users',
];

/** What of each that is there is said in another place than where it is asked about, or changes by itself. */
const untold = (isMysql: boolean) => [
  ['CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SET @a = 1', 'DROP EVENT e'],
  ['CREATE TABLE parted (id INT PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2', 'DROP TABLE parted'],
  ['CREATE TABLE elsewhere (id INT PRIMARY KEY) ENGINE = MyISAM', 'DROP TABLE elsewhere'],
  ...(isMysql
    ? [
        ['CREATE VIEW v AS SELECT id FROM users', 'DROP VIEW v'],
        ["CREATE TABLE bytes (a BINARY(4) DEFAULT x'FF00FF00')", 'DROP TABLE bytes'],
        ['CREATE TABLE large (id INT PRIMARY KEY) AUTOEXTEND_SIZE = 4M', 'DROP TABLE large'],
        ['CREATE TABLE words (a TEXT, FULLTEXT KEY f (a))', 'DROP TABLE words'],
      ]
    : [
        ['CREATE SEQUENCE s', 'DROP SEQUENCE s'],
        ['CREATE TABLE shapes (a POINT)', 'DROP TABLE shapes'],
        ['CREATE TABLE held (a DATE, b DATE, PERIOD FOR p (a, b))', 'DROP TABLE held'],
      ]),
];

/** What names databases, and of which less is shown than was written: it tells when it was changed, to the second. */
const bodies = [
  'CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1',
  "ALTER FUNCTION f COMMENT 'one'",
  'DROP FUNCTION f',
  "CREATE TRIGGER g BEFORE INSERT ON users FOR EACH ROW SET NEW.mail = 'a'",
];

describe.each(servers)('databases of $name as tenants', (engine) => {
  const { name, scheme, driver } = engine;
  const server = realServer(name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  const open = async (...ids: readonly string[]) => {
    const prefix = `prints_${randomBytes(5).toString('hex')}_`;
    const run = (id: string, ...statements: readonly string[]) =>
      administerMysql(url, `USE ${prefix}${id}`, ...statements);
    for (const id of ids) {
      await administerMysql(url, `CREATE DATABASE ${prefix}${id} CHARACTER SET utf8mb4`);
      await run(id, ...tenant);
    }
    const input = (id: string) => ({ url: databaseUrl(url, scheme, `${prefix}${id}`), directory: import.meta.dirname });
    return {
      run,
      async prints() {
        const site = { url: databaseUrl(url, scheme, 'x'), directory: import.meta.dirname };
        const found = await driver.tenancy?.database?.fingerprints?.(site, `${prefix}*`, {});
        return (id: string) => {
          const own = found?.own.get(`${prefix}${id}`);
          return own === undefined ? undefined : `${found?.shared} ${own}`;
        };
      },
      async print(id: string) {
        await using connection = await driver.connect(driver.options(input(id)), { access: 'read' });
        return connection.fingerprint?.();
      },
      async [Symbol.asyncDispose]() {
        for (const id of ids) await administerMysql(url, `DROP DATABASE ${prefix}${id}`);
      },
    };
  };

  live('tell of every change, and of nothing else', { timeout: 300_000 }, async () => {
    await using place = await open('a', 'b');
    const first = await place.prints();
    expect(first('a')).toEqual(expect.any(String));
    // They hold the same, and name no database.
    expect(first('b')).toBe(first('a'));
    expect(await place.print('a')).toBe(first('a'));
    for (const text of unread) {
      await place.run('a', text);
      expect(await place.print('a'), text).toBe(first('a'));
    }
    let before = first('a');
    for (const text of edits) {
      await place.run('a', text);
      const print = await place.print('a');
      expect(print, text).toEqual(expect.any(String));
      expect(print, text).not.toBe(before);
      before = print;
    }
    const last = await place.prints();
    expect(last('a')).toBe(before);
    expect(last('b')).toBe(first('b'));
  });

  live('tell nothing of what is said elsewhere, or changes by itself', { timeout: 300_000 }, async () => {
    await using place = await open('a', 'b');
    for (const [make = '', drop = ''] of untold(scheme === 'mysql')) {
      await place.run('a', make);
      expect(await place.print('a'), make).toBeUndefined();
      const prints = await place.prints();
      expect([prints('a'), typeof prints('b')], make).toEqual([undefined, 'string']);
      await place.run('a', drop);
    }
    expect(await place.print('a')).toBe(await place.print('b'));
  });

  live('tell of what has a body once its second is over', { timeout: 300_000 }, async () => {
    await using place = await open('a', 'b');
    const before = await place.print('a');
    for (const text of bodies) {
      await place.run('a', text);
      await place.run('b', text);
      if (!text.startsWith('DROP')) expect(await place.print('a'), text).toBeUndefined();
    }
    await pause(4_000);
    const prints = await place.prints();
    expect(prints('a')).not.toBe(before);
    expect(prints('a')).toEqual(expect.any(String));
    // In another database the same words may mean something else.
    expect(prints('a')).not.toBe(prints('b'));
  });

  live('are told without being read while they stay as they are', { timeout: 300_000 }, async () => {
    const ids = ['a', 'b', 'c'];
    await using fleet = await openFleet(engine, url, ids, (prefix) => ({ database: `${prefix}{tenant}` }));
    const run = (id: string, text: string) => administerMysql(url, `USE ${fleet.prefix}${id}`, text);
    const table = 'CREATE TABLE t (id INT PRIMARY KEY, a INT)';
    await fleet.desire(`${table};`);
    for (const id of ids) await run(id, table);
    const validate = () => fleet.run('validate', '--all-tenants', '--format', 'json');
    const first = await validate();
    expect(first, first.stderr).toMatchObject({ code: 0 });
    const kept = join(fleet.folder, '.schema-sync');
    const [file = ''] = await readdir(kept);
    const known = JSON.parse(await readFile(join(kept, file), 'utf8'));
    expect(Object.keys(known.tenants)).toEqual(ids);
    expect(new Set(Object.values(known.tenants).map(String)).size).toBe(1);
    // Whoever is not read is told by what was kept.
    const marked = { ...known.states[0], unmanaged: [{ kind: 'table', name: 'marked', reason: 'as it was kept' }] };
    await writeFile(join(kept, file), JSON.stringify({ ...known, states: [marked] }));
    expect((await validate()).stdout).toContain('as it was kept');
    await run('b', 'ALTER TABLE t ADD COLUMN more INT');
    const drifted = await fleet.run('validate', '--all-tenants');
    expect(drifted).toMatchObject({ code: 3, stdout: expect.stringContaining('1 tenant out of sync: b') });
    const synced = await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all');
    expect(synced.stdout, synced.stderr).toContain('1 synced');
    // What the run left was read to verify it, and is known.
    const after = JSON.parse(await readFile(join(kept, file), 'utf8'));
    expect(after.tenants.b).not.toEqual(known.tenants.b);
    expect(await validate()).toMatchObject({ code: 0 });
  });

  live(
    'are read where it is asked how far they count, of which no fingerprint tells',
    { timeout: 300_000 },
    async () => {
      const ids = ['a', 'b'];
      await using fleet = await openFleet(engine, url, ids, (prefix) => ({ database: `${prefix}{tenant}` }));
      const run = (id: string, text: string) => administerMysql(url, `USE ${fleet.prefix}${id}`, text);
      const table = 'CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=1000';
      await fleet.desire(`${table};`);
      for (const id of ids) await run(id, table);
      const counted = () => fleet.run('validate', '--all-tenants', '--with', 'counters');
      expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
      expect(await counted()).toMatchObject({ code: 0 });
      await run('a', 'TRUNCATE TABLE t');
      expect(await counted()).toMatchObject({ code: 3, stdout: expect.stringContaining('1 tenant out of sync: a') });
      expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
    },
  );
});
