import { createEngine, inspect, isSyncError, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { administer, freshDatabase, servers } from './servers.js';

describe.each(servers)('$name: a database that is guarded from being changed', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is read and planned for, and whoever would change it is told before there is a plan', async () => {
    await using database = await freshDatabase(url);
    await using wanted = await freshDatabase(url);
    await administer(wanted.url, 'CREATE TABLE mine (id integer)');
    const name = new URL(database.url).pathname.slice(1);
    await administer(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const engine = createEngine({ driver });
    const tenantOf = (at: string) => tenantContext({ id: 'test', target: { url: at, directory: process.cwd() } });
    const { proof } = await engine.plan(tenantOf(database.url), wanted.url);
    expect(proof).toMatchObject({ up: true, down: true });
    await using scratch = await driver.scratch?.(driver.options({ url: database.url, directory: process.cwd() }));
    await scratch?.execute({ text: 'CREATE TABLE t ()' });
    expect(scratch && (await inspect(scratch, driver)).catalogue.size).toBe(1);
    const refused = await engine.sync(tenantOf(database.url), wanted.url).catch((error: unknown) => error);
    expect(isSyncError(refused) && refused).toMatchObject({
      code: 'PERMISSION_DENIED',
      message: expect.stringContaining('default_transaction_read_only is on'),
    });
    const lifted = `${database.url}?options=-c%20default_transaction_read_only=off`;
    expect((await engine.sync(tenantOf(lifted), wanted.url)).report).toBeDefined();
  });
});
