import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Connection, createEngine, type Driver, readMigrations, tenantContext } from '@sync/core';
import mariadbDriver from '@sync/driver-mariadb';
import mysqlDriver from '@sync/driver-mysql';
import postgresDriver from '@sync/driver-postgres';
import sqliteDriver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';

const engines = [
  { name: 'sqlite', driver: sqliteDriver },
  { name: 'postgres-18', driver: postgresDriver },
  { name: 'postgres-13', driver: postgresDriver },
  { name: 'mysql-9', driver: mysqlDriver },
  { name: 'mariadb-11', driver: mariadbDriver },
  { name: 'mariadb-10', driver: mariadbDriver },
] as const;

/** A tenant with a database of its own. */
async function openTenant({ name, driver }: (typeof engines)[number], url: string) {
  const directory = await mkdtemp(join(tmpdir(), 'one-lock-'));
  const database =
    driver.name === 'sqlite'
      ? undefined
      : driver.name === 'postgres'
        ? await freshDatabase(url)
        : await freshMysqlDatabase(url, driver.name as 'mysql' | 'mariadb');
  const target = { url: database?.url ?? 'sqlite:./app.db', directory };
  const connect = () => driver.connect(driver.options(target as never) as never, { access: 'write', missing: 'make' });
  await using connection = await connect();
  await connection.execute({ text: 'CREATE TABLE t (id integer PRIMARY KEY)' });
  return {
    ...{ name, directory, connect },
    tenant: tenantContext({ id: 'one', target }),
    async [Symbol.asyncDispose]() {
      await database?.[Symbol.asyncDispose]();
      await rm(directory, { recursive: true });
    },
  };
}

/** The driver, which does something each time that a lock has been let go of. */
function onRelease(driver: Driver, then: () => Promise<void>): Driver {
  const watched = (connection: Connection): Connection =>
    new Proxy(connection, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (property !== 'lock') return typeof value === 'function' ? value.bind(target) : value;
        return async (...request: Parameters<Connection['lock']>) => {
          const lock = await target.lock(...request);
          const release = async () => {
            await lock[Symbol.asyncDispose]();
            await then();
          };
          return { lost: lock.lost, [Symbol.asyncDispose]: release };
        };
      },
    });
  return { ...driver, connect: async (options, request) => watched(await driver.connect(options, request)) };
}

describe.each(engines)('one lock on $name', (each) => {
  const server = each.name === 'sqlite' ? { url: '' } : realServer(each.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const driver = each.driver as Driver;

  live('is for the question whether there is a base, and for noting one: of two who note it one does', async () => {
    await using place = await openTenant(each, url);
    const engine = createEngine({ driver });
    const connection = await place.connect();
    const lock = await connection.lock('schema-sync');
    const both = [1, 2].map(() => engine.baseline(place.tenant, { lockWaitMs: 20_000 }));
    const ended = Promise.allSettled(both);
    // Long enough for both to have come as far as the lock.
    await setTimeout(1000);
    await lock[Symbol.asyncDispose]();
    const outcomes = await ended;
    await connection[Symbol.asyncDispose]();
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'USAGE', message: expect.stringContaining('has a base') } });
    expect(await engine.history(place.tenant)).toHaveLength(1);
  });

  live('is for migrations and for noting what they made: what comes in after them is drift', async () => {
    await using place = await openTenant(each, url);
    const folder = join(place.directory, 'migrations');
    await mkdir(folder);
    await writeFile(join(folder, '1_first.sql'), 'CREATE TABLE a (id integer PRIMARY KEY);');
    await createEngine({ driver }).baseline(place.tenant);
    let others = 0;
    const engine = createEngine({
      driver: onRelease(driver, async () => {
        await using connection = await place.connect();
        await connection.execute({ text: `CREATE TABLE other_${others++} (id integer)` });
      }),
    });
    const migrations = await readMigrations('migrations', place.directory);
    const { ran, report } = await engine.migrate(place.tenant, migrations, { direction: 'up' });
    expect(ran).toHaveLength(1);
    expect(report).toMatchObject({ outcome: 'done' });
    expect(others).toBe(1);
    const { drifted, difference } = await createEngine({ driver }).drift(place.tenant);
    expect({ drifted, changes: difference?.changes }).toMatchObject({ drifted: true, changes: [{ verb: 'create' }] });
  });
});
