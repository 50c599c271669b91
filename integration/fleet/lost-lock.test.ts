import { setTimeout } from 'node:timers/promises';
import { createEngine, type Driver, type TenantContext, tenantContext } from '@sync/core';
import mariadbDriver from '@sync/driver-mariadb';
import mysqlDriver from '@sync/driver-mysql';
import postgresDriver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { administerMysql, freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';

const engines = [
  { name: 'postgres-18', driver: postgresDriver },
  { name: 'postgres-13', driver: postgresDriver },
  { name: 'mysql-9', driver: mysqlDriver },
  { name: 'mariadb-11', driver: mariadbDriver },
  { name: 'mariadb-10', driver: mariadbDriver },
] as const;

const near = (tenant: TenantContext) => ({ directory: import.meta.dirname, near: tenant });

/** Has the server end the sessions that are in a database, but for one. */
async function cut(url: string, isPostgres: boolean, spared: unknown = 0): Promise<void> {
  const database = new URL(url).pathname.slice(1);
  if (isPostgres) {
    const others = `datname = '${database}' AND pid NOT IN (pg_backend_pid(), ${spared})`;
    return administer(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
  }
  const found = await administerMysql(
    url,
    `SELECT id AS it FROM information_schema.processlist WHERE db = '${database}' AND id <> ${spared}`,
  );
  for (const { it } of found) await administerMysql(url, `KILL ${it}`);
}

describe.each(engines)('the lock of a tenant on $name', (each) => {
  const server = realServer(each.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const driver = each.driver as Driver;
  const isPostgres = driver.name === 'postgres';

  live('goes with its session, and nothing more is written: another run goes on', async () => {
    await using database = isPostgres
      ? await freshDatabase(url)
      : await freshMysqlDatabase(url, driver.name as 'mysql' | 'mariadb');
    const target = { url: database.url, directory: import.meta.dirname };
    const tenant = tenantContext({ id: 'one', target });
    const engine = createEngine({ driver });
    await engine.sync(tenant, await engine.compile('./lost-lock-before.sql', near(tenant)), { prove: false });
    const goal = await engine.compile('./lost-lock.sql', near(tenant));
    const plan = await engine.plan(tenant, goal, { prove: false });
    const most = plan.up.reduce((sum, { steps }) => sum + steps.length, 0);
    // Somebody reads a table that is to be changed: the run waits for that when it is cut.
    await using reader = await driver.connect(driver.options(target), { access: 'write' });
    await reader.execute({ text: 'BEGIN' });
    await reader.query({ text: 'SELECT * FROM z' });
    const [me] = await reader.query({ text: `SELECT ${isPostgres ? 'pg_backend_pid()' : 'connection_id()'} AS it` });
    let isWaiting = false;
    const onEvent = ({ type }: { readonly type: string }) => {
      isWaiting ||= type === 'step';
    };
    const run = engine.apply(tenant, plan, { allow: 'all', onEvent });
    const stopped = expect(run).rejects.toMatchObject({
      code: expect.stringMatching(/^(CONNECTION_LOST|LOCK_LOST|PARTIAL)$/),
    });
    while (!isWaiting) await setTimeout(20);
    await setTimeout(300);
    // What the run waits for stays, or its step might come to its end before the session does.
    await cut(database.url, isPostgres, me?.it);
    await stopped;
    await reader.execute({ text: 'ROLLBACK' });
    const [record] = await engine.history(tenant);
    expect(record?.outcome).not.toBe('done');
    expect(record?.steps.filter(({ outcome }) => outcome === 'done').length).toBeLessThan(most);
    // Nobody holds the lock any more: who comes next waits for nothing.
    const { report } = await engine.sync(tenant, goal, { prove: false, allow: 'all', lockWaitMs: 2000 });
    expect(report?.outcome).toBe('done');
    expect((await engine.validate(tenant, goal)).inSync).toBe(true);
  });

  live('is told to be lost, is had by the next, and its connection writes nothing more', async () => {
    await using database = isPostgres
      ? await freshDatabase(url)
      : await freshMysqlDatabase(url, driver.name as 'mysql' | 'mariadb');
    const options = driver.options({ url: database.url, directory: import.meta.dirname });
    await using connection = await driver.connect(options, { access: 'write' });
    await using lock = await connection.lock('schema-sync', { waitMs: 0 });
    const lost = new Promise((settle) => lock.lost.addEventListener('abort', settle, { once: true }));
    await cut(database.url, isPostgres);
    await lost;
    await using other = await driver.connect(options, { access: 'write' });
    await using _ = await other.lock('schema-sync', { waitMs: 5000 });
    await expect(connection.execute({ text: 'CREATE TABLE late (id integer)' })).rejects.toMatchObject({
      code: 'CONNECTION_LOST',
    });
  });
});
