import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, type TestContext, test } from 'vitest';
import type { CommandOptions } from '../faults/support/command.js';
import { withDatabase } from '../servers/fresh-database.js';
import { databaseUrl } from '../servers/fresh-mysql-database.js';
import { startOwnServer } from '../servers/own-server.mjs';
import { realServer } from '../servers/real-server.js';
import { at, type Tenants } from './kinds/kind.js';
import { kinds, playedKinds } from './kinds.js';
import { type Engine, mysql, postgres } from './open-fleet.js';

const isLong = process.env.TEST_LONG === '1';
const timeout = isLong ? 600_000 : 180_000;
const ids = Array.from({ length: isLong ? 60 : 8 }, (_, i) => `t${String(i).padStart(2, '0')}`);
const engines: readonly Engine[] = [
  postgres('postgres-18'),
  ...(isLong ? [postgres('postgres-13'), mysql('mariadb-11', 'mariadb')] : []),
  mysql('mysql-9', 'mysql'),
  mysql('mariadb-10', 'mariadb'),
];
/** A kill takes nothing back that was committed: a run that is noted is noted. */
const durable = { 'innodb-flush-log-at-trx-commit': '1' };
const durablePostgres = { synchronous_commit: 'on' };
const desired = 'CREATE TABLE t (id integer PRIMARY KEY, n integer); CREATE TABLE u (id integer REFERENCES t (id));';
const all = ['sync', '--all-tenants', '--yes', '--parallel', '2'];

/** Does something once a command has said this. */
function once(said: string, then: (child: Parameters<NonNullable<CommandOptions['onError']>>[1]) => unknown) {
  let isAimed = false;
  return (text: string, child: Parameters<NonNullable<CommandOptions['onError']>>[1]) => {
    if (isAimed || !text.includes(said)) return;
    isAimed = true;
    then(child);
  };
}

const killedAfter = (ms: number) =>
  once('is noted in', (child) => void setTimeout(ms).then(() => child.kill('SIGKILL')));

/** Tenants with a row each, which are to have another column and another table. */
async function begin(tenants: Tenants): Promise<void> {
  for (const id of ids) await beginWith(tenants, id);
  await tenants.desire(desired);
}

async function beginWith(tenants: Tenants, id: string): Promise<void> {
  await at(tenants, id, 'CREATE TABLE t (id integer PRIMARY KEY)', 'INSERT INTO t VALUES (7)');
}

/** Fails where a tenant was migrated another number of times than once, or lost its row. */
async function expectOnce(tenants: Tenants, some: readonly string[] = ids): Promise<void> {
  for (const id of some) {
    expect(await at(tenants, id, "SELECT run FROM _schema_sync_runs WHERE outcome = 'done'"), id).toHaveLength(1);
    expect(await at(tenants, id, 'SELECT id FROM t'), id).toEqual([{ id: 7 }]);
  }
}

async function shown(tenants: Tenants) {
  const { stdout, stderr } = await tenants.run('runs', 'show', '--format', 'json');
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout);
}

/** A database in which runs are noted. */
async function openStore({ name, scheme, quote, administer }: Engine, url: string) {
  const control = `fleet_${randomBytes(6).toString('hex')}`;
  await administer(url, `CREATE DATABASE ${quote(control)}`);
  const own = scheme === 'postgres' ? withDatabase(url, control) : databaseUrl(url, scheme, control);
  return {
    name,
    config: { runs: { url: own } },
    /** Has the server end the sessions that are in it. */
    async cut() {
      if (scheme === 'postgres') {
        await administer(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${control}'`);
        return;
      }
      const text = `SELECT id FROM information_schema.processlist WHERE db = '${control}'`;
      const rows = (await administer(url, text)) as readonly { readonly [name: string]: number }[];
      for (const row of rows) await administer(url, `KILL ${row.id ?? row.ID}`);
    },
    async [Symbol.asyncDispose]() {
      await administer(url, `DROP DATABASE IF EXISTS ${control}${scheme === 'postgres' ? ' WITH (FORCE)' : ''}`);
    },
  };
}

const [files] = kinds;
if (!files) throw new TypeError('no kind of tenants needs no server');

describe.each(engines)('a run that is noted on $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is shown, listed, paused, resumed, cancelled and retried as one in a file is', async () => {
    await using store = await openStore(engine, url);
    await using tenants = await files.openTenants([...ids, 'x'], store);
    await begin(tenants);
    await tenants.damage('x');
    let paused: ReturnType<Tenants['run']> | undefined;
    const pause = once('wave 1 is done', () => {
      paused = tenants.run('runs', 'pause');
    });
    const rollout = ['--waves', '1,2,rest', '--bake', '4s', '--abort-after', '50%'];
    const ended = tenants.runWith({ onError: pause }, ...all, ...rollout);
    await until(
      async () => (await shown(tenants)).run.state === 'paused',
      () => paused !== undefined,
    );
    expect(await paused).toMatchObject({ code: 0 });
    expect((await shown(tenants)).counts).toMatchObject({ done: 1, failed: 1, left: ids.length - 1 });
    expect((await tenants.run('runs', 'retry', '--failed')).stderr).toContain('is under way');
    expect((await tenants.run('runs', 'resume')).stderr).toContain('goes on where it runs');
    await until(async () => (await shown(tenants)).counts.done === 3);
    expect(await tenants.run('runs', 'cancel')).toMatchObject({ code: 0 });
    expect(await ended).toMatchObject({ code: 4, stdout: expect.stringContaining('3 synced') });
    expect((await shown(tenants)).run.state).toBe('cancelled');
    expect((await tenants.run('runs', 'resume')).stderr).toContain('was cancelled');
    await tenants.remove('x');
    await tenants.create('x');
    await beginWith(tenants, 'x');
    expect(await tenants.run(...all)).toMatchObject({ code: 0 });
    expect(
      (await tenants.run('runs', 'list')).stdout.split('\n').filter((line) => / shops | apps /.test(line)),
    ).toHaveLength(2);
    await expectOnce(tenants, [...ids, 'x']);
  });

  live('stops where the server ends the connection, and goes on once it is there again', async () => {
    await using store = await openStore(engine, url);
    await using tenants = await files.openTenants(ids, store);
    await begin(tenants);
    const cut = once('wave 1 is done', () => store.cut().catch(() => {}));
    const lost = await tenants.runWith({ onError: cut }, ...all, '--waves', '3,rest', '--bake', '3s');
    expect(lost).toMatchObject({ code: 4, stdout: expect.stringContaining(`3 synced · ${ids.length - 3} not begun`) });
    expect(lost.stderr).toContain('the run is not noted any more');
    expect(await tenants.run('runs', 'resume')).toMatchObject({ code: 0 });
    await expectOnce(tenants);
  });
});

describe.each(engines)('a run that is noted on a $name of its own', ({ name, scheme, administer }) => {
  test('stops where that is killed, and goes on once it is back', async ({ skip }) => {
    const own = await ownServer(name, scheme === 'postgres' ? durablePostgres : durable, skip);
    await using _ = own;
    const control = scheme === 'postgres' ? own.url : databaseUrl(own.url, scheme, 'control');
    if (scheme !== 'postgres') await administer(own.url, 'CREATE DATABASE control');
    await using tenants = await files.openTenants(ids, { config: { runs: { url: control } } });
    await begin(tenants);
    const kill = once('wave 1 is done', () => own.kill());
    const lost = await tenants.runWith({ onError: kill }, ...all, '--waves', '3,rest', '--bake', '3s');
    expect(lost).toMatchObject({ code: 4, stdout: expect.stringContaining('3 synced') });
    expect(lost.stderr).toContain('the run is not noted any more');
    expect(await tenants.run('runs', 'resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('CONNECTION_FAILED'),
    });
    await own.start();
    expect(await tenants.run('runs', 'resume')).toMatchObject({ code: 0 });
    expect((await shown(tenants)).run.state).toBe('done');
    await expectOnce(tenants);
  });
});

async function ownServer(name: string, settings: Readonly<Record<string, string>>, skip: TestContext['skip']) {
  const server = await startOwnServer(name, { settings });
  return 'absent' in server ? skip(`absent: ${server.absent}`) : server;
}

describe.each(playedKinds.filter(({ scheme }) => scheme !== 'sqlite'))('a run of $name', (kind) => {
  const live = kind.isThere ? test : test.skip;

  live.each(isLong ? [0, 50, 100, 150, 200, 300, 400, 600, 900, 1300, 2000] : [100, 500])(
    'that was killed after %i ms goes on to the end that it would have had',
    { timeout },
    async (ms) => {
      await using tenants = await kind.openTenants(ids);
      await begin(tenants);
      await tenants.runWith({ onError: killedAfter(ms) }, ...all, '--waves', 'canary:1,3,rest');
      const resumed = await tenants.run('runs', 'resume');
      expect(resumed, resumed.stdout + resumed.stderr).toMatchObject({ code: 0 });
      const { run, counts } = await shown(tenants);
      expect(run.state).toBe('done');
      expect(counts).toEqual({ inSync: 0, done: ids.length, failed: 0, left: 0 });
      await expectOnce(tenants);
      expect(await tenants.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
    },
  );

  live(
    'beside another one, with tenants that come and go meanwhile, migrates each once and loses none',
    { timeout },
    async () => {
      await using tenants = await kind.openTenants(ids);
      await begin(tenants);
      const come = once('wave 1 is done', async () => {
        await tenants.remove(ids[2] ?? '');
        await tenants.create('new');
        await beginWith(tenants, 'new');
      });
      const [first, second] = await Promise.all([
        tenants.runWith({ onError: come }, ...all, '--waves', '1,rest', '--bake', '4s', '--abort-after', '50%'),
        tenants.runWith({}, ...all, '--waves', '2,rest', '--bake', '4s', '--abort-after', '50%'),
      ]);
      for (const { code, stdout, stderr } of [first, second]) {
        expect(code, stdout + stderr).toBe(4);
        expect(stdout).toContain(`1 tenant failed: ${ids[2]}`);
      }
      const there = ids.filter((id) => id !== ids[2]);
      await expectOnce(tenants, there);
      expect(await at(tenants, 'new', 'SELECT id FROM t')).toEqual([{ id: 7 }]);
      expect((await tenants.run('validate', '--all-tenants')).stdout).toContain('1 tenant out of sync: new');
      expect(await tenants.run(...all)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 synced') });
      await expectOnce(tenants, ['new']);
    },
  );
});

async function until(holds: () => Promise<boolean>, mayAsk: () => boolean = () => true): Promise<void> {
  for (const end = Date.now() + 40_000; !(mayAsk() && (await holds())); await setTimeout(50))
    if (Date.now() > end) throw new Error('it did not come');
}
