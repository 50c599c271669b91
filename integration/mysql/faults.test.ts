import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const rows = 60_000;

const start = (scheme: string) => `
CREATE TABLE other (id int PRIMARY KEY);
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int, note varchar(100));
SET SESSION ${scheme === 'mysql' ? 'cte_max_recursion_depth' : 'max_recursive_iterations'} = ${rows + 1};
INSERT INTO t (a, note)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i, CONCAT('note ', i) FROM n;
`;
const goal = `
CREATE TABLE other (id int PRIMARY KEY, b int, KEY b (b));
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a bigint, note varchar(100));
`;

const typeOfA = `
SELECT column_type AS type FROM information_schema.columns
WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'a'`;

/** What a run that is under way makes, as soon as it is there. */
async function untilThere(place: Place, table: string): Promise<void> {
  const text = `SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '${table}'`;
  while ((await place.query(text)).length === 0) await setTimeout(10);
}

async function scaffolds(place: Place): Promise<readonly object[]> {
  return place.query(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name REGEXP '^_schema_sync_(new|old)'
UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()
UNION ALL SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()`);
}

async function expectWhole(place: Place): Promise<void> {
  expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  expect(await scaffolds(place)).toEqual([]);
  expect(await place.query('SELECT COUNT(*) AS n, SUM(a) AS s FROM t')).toMatchObject([{ n: rows }]);
}

describe.each(family)('faults on $name', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  const open = (settings = {}) => openPlace({ url, scheme, driver, settings, start: start(scheme), goal });

  test('a connection that is cut in the middle of a copy: the next run goes on from what is there', async () => {
    await using place = await open();
    const run = place.sync({ prove: false }).catch((error) => error);
    await untilThere(place, '_schema_sync_new_t');
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    const sessions = await administerMysql(
      url,
      `SELECT id FROM information_schema.processlist WHERE db = '${database}'`,
    );
    await administerMysql(url, ...sessions.map(({ id }) => `KILL ${id}`)).catch(() => undefined);
    expect(await run).toMatchObject({ code: expect.stringMatching(/^(CONNECTION_LOST|PARTIAL)$/) });
    expect(await scaffolds(place)).not.toEqual([]);
    // Whoever writes meanwhile is written along.
    await place.query("UPDATE t SET note = 'written meanwhile' WHERE id IN (1, 59999)");
    const history = await place.engine.history(place.tenant);
    expect(history.at(-1)?.steps.some(({ outcome }) => outcome === 'running')).toBe(true);
    const { report } = await place.sync();
    expect(report?.outcome).toBe('done');
    await expectWhole(place);
    expect(await place.query("SELECT id FROM t WHERE note = 'written meanwhile'")).toEqual([{ id: 1 }, { id: 59999 }]);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await place.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: rows }]);
    expect(await place.query(typeOfA)).toEqual([{ type: expect.stringMatching(/^int/) }]);
    expect(await scaffolds(place)).toEqual([]);
  });

  test('somebody stops it in the middle of a copy: nothing of that stays', async () => {
    await using place = await open();
    const stop = new AbortController();
    const run = place.sync({ prove: false, signal: stop.signal }).catch((error) => error);
    await untilThere(place, '_schema_sync_new_t');
    stop.abort();
    expect(await run).toMatchObject({ code: 'CANCELLED' });
    expect(await scaffolds(place)).toEqual([]);
    expect((await place.sync()).report?.outcome).toBe('done');
    await expectWhole(place);
  });

  test('a table that somebody looks at for long: the run gives way, and says to whom', async () => {
    await using place = await open({ lockRetries: 1 });
    const uri = Object.assign(new URL(place.tenant.target.url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
    const other = await createConnection({ uri });
    await other.query('START TRANSACTION');
    await other.query('SELECT * FROM t LIMIT 1');
    const error = await place.sync({ prove: false }).catch((thrown) => thrown);
    expect(error.message).toContain(`connection ${other.threadId}`);
    await other.end();
    expect((await place.sync()).report?.outcome).toBe('done');
    await expectWhole(place);
  });

  test('a table that somebody keeps from being read: a check of the plan waits no longer than a change of it', async () => {
    const table = (keys: string) =>
      `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int, KEY a (a)${keys});`;
    // Each is held against the rows before and after it is added: whenever the table is locked, something is still to come.
    const keys = [1, 2, 3, 4, 5, 6].map((n) => `, CONSTRAINT f${n} FOREIGN KEY (a) REFERENCES p (id)`);
    const settings = { lockTimeoutMs: 1000, lockRetries: 0 };
    await using place = await openPlace({
      url,
      scheme,
      driver,
      settings,
      start: table(''),
      goal: table(keys.join('')),
    });
    const uri = Object.assign(new URL(place.tenant.target.url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
    const other = await createConnection({ uri });
    let locked: Promise<unknown> | undefined;
    const lockOnce = ({ type }: { readonly type: string }) => {
      if (type === 'step') locked ??= other.query('LOCK TABLES t WRITE');
    };
    const error = await place.sync({ prove: false, onEvent: lockOnce }).catch((thrown) => thrown);
    await locked;
    await other.end();
    expect(error.message).toContain('was not granted at the first attempt of 1000 ms');
    expect((await place.sync()).report?.outcome).toBe('done');
  });

  test('a scratch database of a crash that the server still works on: nobody waits for it', async () => {
    await using place = await openPlace({ url, scheme, driver, start: 'CREATE TABLE t (id int);', goal });
    const left = `_schema_sync_scratch_${randomBytes(8).toString('hex')}`;
    const uri = Object.assign(new URL(place.tenant.target.url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
    const holder = await createConnection({ uri });
    const found = () =>
      administerMysql(url, `SELECT schema_name AS n FROM information_schema.schemata WHERE schema_name = '${left}'`);
    const hold = async () => {
      await administerMysql(
        url,
        `CREATE DATABASE IF NOT EXISTS ${left}`,
        `CREATE TABLE IF NOT EXISTS ${left}.t (id int)`,
      );
      await holder.query('START TRANSACTION');
      await holder.query(`SELECT * FROM ${left}.t`);
    };
    try {
      // Whoever else plans on this server may sweep it before it is held.
      await hold().catch(hold).catch(hold);
      expect((await place.sync({ dryRun: true })).inSync).toBe(false);
      expect(await found()).toHaveLength(1);
    } finally {
      await holder.end();
    }
    await place.sync({ dryRun: true });
    expect(await found()).toEqual([]);
  });

  test('two runs at once: one alone changes anything', async () => {
    await using place = await open();
    const runs = await Promise.allSettled([place.sync({ prove: false }), place.sync({ prove: false })]);
    const held = runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value.report?.steps.done ?? 0] : []));
    const refused = runs.flatMap((run) => (run.status === 'rejected' ? [run.reason.code] : []));
    expect(held.filter((steps) => steps > 0)).toHaveLength(1);
    expect(refused.filter((code) => code !== 'LOCK_TIMEOUT')).toEqual([]);
    await expectWhole(place);
  });
});
