import { setTimeout } from 'node:timers/promises';
import { inspect } from '@sync/core';
import { createConnection } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const schema = 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int PRIMARY KEY);';

/** A session of somebody else. */
async function beside({ tenant: { target } }: Place) {
  const uri = Object.assign(new URL(target.url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
  const client = await createConnection({ uri, multipleStatements: true });
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

describe.each(family)('reading $name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  const ofMariadb = scheme === 'mariadb' ? live : test.skip;

  live('does not wait for whoever keeps tables locked', { timeout: 30_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start: schema, goal: schema });
    await using other = await beside(place);
    await other.client.query('LOCK TABLES t WRITE, u WRITE');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect((await place.engine.inspect(place.tenant)).unmanaged).toEqual([]);
  });

  ofMariadb('tells of a table that cannot be opened, and who may be at work', { timeout: 30_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start: schema, goal: schema });
    await using other = await beside(place);
    const making = other.client.query('CREATE TABLE slow AS SELECT SLEEP(12)').catch(() => {});
    await setTimeout(500);
    const refused = await place.sync({ dryRun: true }).catch((error) => error);
    expect(refused).toMatchObject({
      code: 'LOCK_TIMEOUT',
      message: expect.stringMatching(/^table slow cannot be read: .*connection \d+/),
      details: { tables: ['slow'], holder: expect.stringContaining('root') },
    });
    await place.query(`KILL QUERY ${other.client.threadId}`);
    await making;
  });

  live('stops on the server once somebody has stopped it', { timeout: 30_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start: schema, goal: schema });
    await using connection = await driver.connect(driver.options(place.tenant.target), { access: 'read' });
    const [kind] = driver.kinds;
    if (!kind) throw new Error('there are kinds');
    // A kind that reads for longer than the test may take.
    const slow = {
      ...kind,
      async *inspect({ session }: Parameters<typeof kind.inspect>[0]) {
        await session.query({ text: 'SELECT SLEEP(60)' });
        yield* [];
      },
    };
    const stop = new AbortController();
    const reading = inspect(connection, { ...driver, kinds: [slow] }, { signal: stop.signal }).catch((error) => error);
    await setTimeout(300);
    stop.abort();
    expect(await reading).toMatchObject({ code: 'CANCELLED' });
    expect(
      await place.query("SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP(60)%'"),
    ).toEqual([]);
  });
});

describe.each(family)('writing to $name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  const goal = `${schema} CREATE TABLE v (id int PRIMARY KEY);`;

  live('waits for whoever keeps the journal locked as long as it was told', { timeout: 20_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start: schema, goal });
    await place.sync({ online: 'never' });
    await place.desire(schema);
    await using other = await beside(place);
    await other.client.query('LOCK TABLES _schema_sync_runs WRITE, t READ, u READ, v READ');
    await expect(place.sync({ online: 'never', lockWaitMs: 1000 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
    await other.client.query('UNLOCK TABLES');
    await using connection = await driver.connect(driver.options(place.tenant.target), {
      access: 'write',
      waitMs: 1500,
    });
    const [row] = await connection.query({ text: "SELECT @@SESSION.lock_wait_timeout AS 'seconds'" });
    expect(Number(row?.seconds)).toBe(2);
    await other.client.query('START TRANSACTION; SELECT * FROM t');
    await expect(connection.execute({ text: 'ALTER TABLE t ADD b int' })).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
      details: { holder: expect.stringContaining(`connection ${other.client.threadId} `) },
    });
  });
});
