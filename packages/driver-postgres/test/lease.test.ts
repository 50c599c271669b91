import { setTimeout as sleep } from 'node:timers/promises';
import { type AuditSink, createEngine, isSyncError, tenantContext } from '@sync/core';
import { lockContract } from '@sync/testkit';
import { afterAll, describe, expect, test } from 'vitest';
import { startPooler } from '../../../integration/servers/pooler.mjs';
import driver from '../src/index.js';
import { schemas } from './contract-schemas.js';
import { failure, one, open } from './own.js';
import { administer, freshDatabase, servers } from './servers.js';

const short = { leaseMs: 1000 };
const now = { waitMs: 0 };
const name = 'schema-sync';

const poolers = await Promise.all(
  servers.map(async (server) => ('url' in server ? startPooler(server.url, 'transaction') : { absent: server.absent })),
);
afterAll(async () => {
  for (const pooler of poolers) if ('url' in pooler) await pooler[Symbol.asyncDispose]();
});

describe.each(servers)('a lease through PgBouncer before $name', (server) => {
  const pooler = poolers[servers.indexOf(server)] ?? { absent: 'not started' };
  if (!('url' in server) || 'absent' in pooler) {
    describe.skip(`absent: ${'absent' in pooler ? pooler.absent : 'a server'}`, () => {});
    return;
  }
  const real = server.url;
  const through = pooler.url;

  async function target() {
    const database = await freshDatabase(real);
    const url = Object.assign(new URL(through), { pathname: new URL(database.url).pathname }).href;
    return { url, direct: database.url, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
  }

  lockContract({
    driver,
    target,
    schemas,
    badTargets: {},
    loseLocks: async ({ url }) => {
      await using connection = await open(url);
      await connection.execute({ text: "UPDATE public._schema_sync_leases SET token = 'of another'" });
    },
  });

  test('and the lock of a session keep each other out', async () => {
    await using place = await target();
    await using pooled = await open(place.url);
    await using direct = await open(place.direct);
    {
      await using _ = await pooled.lock(name, now);
      expect(await failure(() => direct.lock(name, now))).toMatchObject({
        code: 'LOCK_TIMEOUT',
        hint: expect.stringContaining(`process ${process.pid}`),
      });
    }
    await using _ = await direct.lock(name, now);
    expect(await failure(() => pooled.lock(name, now))).toMatchObject({
      code: 'LOCK_TIMEOUT',
      hint: expect.stringMatching(/held by session \d+/),
    });
  });

  test('is renewed for as long as it is held, and given back', async () => {
    await using place = await target();
    await using holder = await open(place.url, 'write', short);
    await using other = await open(place.url, 'write', short);
    const held = await holder.lock(name, now);
    await sleep(1500);
    expect((await failure(() => other.lock(name, now))).code).toBe('LOCK_TIMEOUT');
    await held[Symbol.asyncDispose]();
    expect(held.lost.aborted).toBe(false);
    await using _ = await other.lock(name, now);
  });

  test('does not run out while a batch is at work', async () => {
    await using place = await target();
    await using holder = await open(place.url, 'write', short);
    await using other = await open(place.url, 'write', short);
    await using direct = await open(place.direct);
    await using held = await holder.lock(name, now);
    const batch = holder.atomically?.([{ text: 'SELECT pg_sleep(1.6)' }, { text: 'CREATE TABLE t ()' }]);
    await sleep(1300);
    for (const each of [other, direct]) expect((await failure(() => each.lock(name, now))).code).toBe('LOCK_TIMEOUT');
    await batch;
    for (const each of [other, direct]) expect((await failure(() => each.lock(name, now))).code).toBe('LOCK_TIMEOUT');
    expect(held.lost.aborted).toBe(false);
  });

  test.each(['pooled', 'direct'] as const)(
    'that has run out is taken over, %s, and who had it writes nothing',
    async (way) => {
      await using place = await target();
      await using holder = await open(place.url);
      await using held = await holder.lock(name, now);
      await administer(place.direct, 'UPDATE _schema_sync_leases SET expires = clock_timestamp()');
      await using other = await open(way === 'pooled' ? place.url : place.direct);
      await using _ = await other.lock(name, now);
      const table = { text: 'CREATE TABLE t ()' };
      const error = await failure(async () => holder.atomically?.([table]));
      expect(error).toMatchObject({ code: 'LOCK_LOST', message: expect.stringContaining('the lease schema-sync on') });
      expect((await failure(() => holder.execute(table))).code).toBe('LOCK_LOST');
      expect(held.lost.aborted).toBe(true);
      expect(await one(other, "SELECT to_regclass('t') AS t")).toEqual({ t: null });
    },
  );

  async function changed(
    place: { readonly url: string; readonly direct: string },
    table: string,
    online: 'always' | 'never',
  ) {
    await using wanted = await freshDatabase(real);
    await administer(wanted.url, table);
    const engine = createEngine({ driver, scratch: { url: place.direct, directory: '/' } });
    const tenant = tenantContext({ id: 'default', target: { url: place.url, directory: '/' } });
    const result = await engine.sync(tenant, wanted.url, { allow: 'all', online });
    return { ...result, history: () => engine.history(tenant) };
  }
  const before = 'CREATE TABLE t (id int PRIMARY KEY)';
  const after = `CREATE TYPE mood AS ENUM ('a'); ${before.slice(0, -1)}, m mood, n int NOT NULL DEFAULT 1)`;

  test('has a schema changed, rows filled in rounds, and leaves no setting with others', async () => {
    await using place = await target();
    await administer(place.direct, before, 'INSERT INTO t SELECT generate_series(1, 2500)');
    const { report } = await changed(place, after, 'always');
    expect(report?.outcome).toBe('done');
    const { history, report: next } = await changed(place, after.replace("'a'", "'a', 'b'"), 'always');
    expect(next?.outcome).toBe('done');
    await using other = await open(place.url, 'write', { pooler: 'session' });
    expect(await one(other, 'SELECT reset_val, setting FROM pg_settings WHERE name = $1', ['lock_timeout'])).toEqual({
      reset_val: '0',
      setting: '0',
    });
    expect((await history()).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  });

  test('refuses before the first step what cannot run in a transaction', async () => {
    await using place = await target();
    await administer(place.direct, before);
    const error = await changed(place, `${before}; CREATE TABLE u (); CREATE INDEX i ON t (id)`, 'always').catch(
      (thrown: unknown) => thrown,
    );
    expect(isSyncError(error) && error).toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringMatching(/step \d+ \(create index i\)/),
      hint: expect.stringContaining('URL of the server itself'),
    });
    await using direct = await open(place.direct);
    expect(await one(direct, "SELECT to_regclass('u') AS u, to_regclass('_schema_sync_runs') AS runs")).toEqual({
      u: null,
      runs: null,
    });
    expect(await one(direct, 'SELECT count(*) AS leases FROM _schema_sync_leases')).toEqual({ leases: 0 });
  });

  test('stops a run before its next step where it is lost in between', async () => {
    await using place = await target();
    await administer(place.direct, before, 'INSERT INTO t SELECT generate_series(1, 10)');
    await using wanted = await freshDatabase(real);
    await administer(wanted.url, `${before}; CREATE TYPE mood AS ENUM ('a'); CREATE TABLE u (m mood)`);
    const taken = "UPDATE _schema_sync_leases SET token = 'of another'";
    const audit: AuditSink = {
      write: async (entry) => {
        if (entry.type === 'run' && entry.outcome === 'running') await administer(place.direct, taken);
      },
    };
    const engine = createEngine({ driver, scratch: { url: place.direct, directory: '/' }, audit });
    const tenant = tenantContext({ id: 'default', target: { url: place.url, directory: '/' } });
    const plan = await engine.plan(tenant, wanted.url);
    const error = await engine.apply(tenant, plan).catch((thrown: unknown) => thrown);
    expect(isSyncError(error) && error.code).toBe('LOCK_LOST');
    await using direct = await open(place.direct);
    expect(await one(direct, "SELECT to_regclass('u') AS u")).toEqual({ u: null });
  });
});
