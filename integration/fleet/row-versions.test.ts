import { expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';
import { mysql, openFleet } from './open-fleet.js';

const engine = mysql('mysql-9', 'mysql');
const server = realServer(engine.name);
const live = 'absent' in server ? test.skip : test;

/** As many as MySQL takes from 9.1 on. */
const most = 255;
const wearing = Array.from({ length: most }, (_, i) =>
  i % 2 === 0 ? 'ALTER TABLE t ADD COLUMN x int, ALGORITHM=INSTANT' : 'ALTER TABLE t DROP COLUMN x, ALGORITHM=INSTANT',
);

live('a tenant whose table takes no more versions of rows has a plan of its own', { timeout: 120_000 }, async () => {
  const url = 'url' in server ? server.url : '';
  await using fleet = await openFleet(engine, url, ['a', 'b'], (prefix) => ({ database: `${prefix}{tenant}` }));
  const use = (id: string) => `USE ${fleet.prefix}${id}`;
  await administerMysql(url, use('a'), 'CREATE TABLE t (id int PRIMARY KEY, x int)');
  await administerMysql(url, use('b'), 'CREATE TABLE t (id int PRIMARY KEY)', ...wearing);
  await fleet.desire('CREATE TABLE t (id int PRIMARY KEY, x int, n int);');
  const synced = await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all');
  expect(synced, synced.stdout + synced.stderr).toMatchObject({ code: 0 });
  expect(synced.stdout).toContain('2 synced');
  const versions = (id: string) =>
    administerMysql(
      url,
      `SELECT total_row_versions AS n FROM information_schema.innodb_tables WHERE name = '${fleet.prefix}${id}/t'`,
    );
  expect(JSON.stringify(await versions('a'))).toContain('"n":1');
  expect(JSON.stringify(await versions('b'))).toContain('"n":0');
});
