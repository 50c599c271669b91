import { createEngine, tenantContext } from '@sync/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Pooler, startPooler } from '../../../integration/servers/pooler.mjs';
import driver from '../src/index.js';
import { failure, one, open } from './own.js';
import { administer, freshDatabase, servers } from './servers.js';

describe.each(servers.slice(-1))('PgBouncer before $name', (server) => {
  if (!('url' in server)) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const real = server.url;
  let transactions: Pooler | { readonly absent: string } = { absent: 'not started' };
  let sessions: Pooler | { readonly absent: string } = { absent: 'not started' };
  beforeAll(async () => {
    transactions = await startPooler(real, 'transaction');
    sessions = await startPooler(real, 'session');
  });
  afterAll(async () => {
    for (const pooler of [transactions, sessions]) if ('url' in pooler) await pooler[Symbol.asyncDispose]();
  });

  function live(name: string, mode: 'transaction' | 'session', work: (url: string, direct: string) => Promise<void>) {
    test(name, async ({ skip }) => {
      const pooler = mode === 'session' ? sessions : transactions;
      if ('absent' in pooler) return skip(`absent: ${pooler.absent}`);
      await using database = await freshDatabase(real);
      const url = Object.assign(new URL(pooler.url), { pathname: new URL(database.url).pathname }).href;
      try {
        await work(url, database.url);
      } finally {
        // The pooler keeps sessions of its own.
        const name = new URL(database.url).pathname.slice(1);
        await administer(real, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      }
    });
  }

  live(
    'that hands out sessions for a transaction is read through, and nothing of it lasts',
    'transaction',
    async (url, direct) => {
      await administer(direct, 'CREATE TABLE t (id int PRIMARY KEY)', 'CREATE VIEW v AS SELECT id FROM t');
      const engine = createEngine({ driver });
      const tenant = (target: string) => tenantContext({ id: 'default', target: { url: target, directory: '/' } });
      const through = await engine.inspect(tenant(url));
      expect(through.catalogue.root).toBe((await engine.inspect(tenant(direct))).catalogue.root);
      // Whoever is served next by the same session behind it finds it as it was.
      await using next = await open(url, 'write', { pooler: 'session' });
      expect(await one(next, 'SHOW default_transaction_read_only')).toEqual({ default_transaction_read_only: 'off' });
    },
  );

  live('that keeps a session for each client is worked through where somebody says so', 'session', async (url) => {
    await using connection = await open(url, 'write', { pooler: 'session' });
    await using _ = await connection.lock('run', { waitMs: 0 });
    await using other = await open(url, 'write', { pooler: 'session' });
    expect((await failure(() => other.lock('run', { waitMs: 0 }))).code).toBe('LOCK_TIMEOUT');
  });

  live('passes a request to cancel on', 'session', async (url) => {
    await using connection = await open(url, 'write', { pooler: 'session' });
    const sleeping = connection.execute({ text: 'SELECT pg_sleep(60)' }, { signal: AbortSignal.timeout(100) });
    expect((await failure(() => sleeping)).code).toBe('CANCELLED');
    expect(await one(connection, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });
});
