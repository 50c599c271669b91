import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../src/cli/fleet/noted-run.js';
import { atTerminal, project, schemaSync, throughPipes, withDatabase, write } from './support.js';

const config = { 'schema-sync.config.json': '{ "to": "./s", "fleets": { "shops": { "file": "shops/*.db" } } }' };
const state = { 's/t.sql': "CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT NOT NULL DEFAULT '');" };
const all = ['sync', '--all-tenants', '--yes', '--parallel', '1'];

function execute(folder: string, id: string, ...statements: readonly string[]) {
  return withDatabase(
    folder,
    async (connection) => {
      let rows: readonly Record<string, unknown>[] = [];
      for (const text of statements) rows = await connection.query({ text });
      return rows;
    },
    `shops/${id}.db`,
  );
}

/** A folder with tenants that hold a row each. */
async function shops(ids: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await project({ ...state, ...config, ...files });
  await mkdir(join(folder, 'shops'));
  for (const id of ids)
    await execute(folder, id, 'CREATE TABLE t (id INTEGER PRIMARY KEY)', 'INSERT INTO t VALUES (7)');
  return folder;
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`);

/** Each was migrated once, and holds what it held. */
async function expectOnce(folder: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const runs = await execute(folder, id, "SELECT 1 FROM _schema_sync_runs WHERE outcome = 'done'");
    expect(runs, id).toHaveLength(1);
    expect(await execute(folder, id, 'SELECT id, note FROM t'), id).toEqual([{ id: 7, note: '' }]);
  }
}

async function shown(folder: string, ...argv: readonly string[]) {
  const { stdout, stderr } = await schemaSync(folder, ['runs', 'show', ...argv, '--format', 'json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Begins a command, and resolves once it has said something, to how it is going to end. */
function beginning(folder: string, argv: readonly string[], said: string) {
  let ended: ReturnType<typeof schemaSync> | undefined;
  return new Promise<{ readonly ended: ReturnType<typeof schemaSync>; kill(signal: NodeJS.Signals): void }>(
    (settle, fail) => {
      ended = schemaSync(folder, argv, {
        onStderr: (text, kill) => {
          if (ended && text.includes(said)) settle({ ended, kill });
        },
      });
      ended.then(({ stderr }) => fail(new Error(`${said} was not said: ${stderr}`)), fail);
    },
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); ) if (Date.now() > end) throw new Error('it did not come');
}

describe('a run of a fleet', () => {
  test('is noted with every tenant', async () => {
    const folder = await shops(['a', 'b', 'c']);
    expect((await schemaSync(folder, ['runs', 'list'])).stderr).toContain('no run of a fleet is noted');
    expect((await schemaSync(folder, ['sync', '--tenant', 'a', '--yes'])).code).toBe(0);
    await execute(folder, 'c', 'CREATE TABLE u (x)', 'CREATE VIEW w AS SELECT * FROM u');
    await writeFile(join(folder, 'shops/d.db'), 'garbage, and enough of it to be no database');
    const { code, stderr } = await schemaSync(folder, [...all, '--allow', 'all']);
    expect(code).toBe(4);
    expect(stderr).toMatch(/run [0-9a-f]{8} is noted in sqlite:.*\.schema-sync\/runs\.db/);
    const { run, tenants, counts } = await shown(folder);
    expect(run).toMatchObject({ fleet: 'shops', state: 'failed', tenants: 4, waves: [{ name: '1' }] });
    expect(counts).toEqual({ inSync: 1, done: 2, failed: 1, left: 0 });
    const byId = Object.fromEntries(tenants.map((each: { readonly tenant: string }) => [each.tenant, each]));
    expect(byId.a).toMatchObject({ state: 'in-sync', attempts: 0 });
    expect(byId.b).toMatchObject({ state: 'done', attempts: 1, targetRun: expect.any(String) });
    expect(byId.d).toMatchObject({ state: 'failed', error: { code: 'CONNECTION_FAILED' } });
    const listed = await schemaSync(folder, ['runs', 'list']);
    expect(listed.stdout.split('\n')).toHaveLength(3);
    expect(listed.stdout).toMatch(/^[0-9a-f]{8} .* shops {2}failed {2}4 tenants/);
  });

  test.each([0, 60, 120, 240])('that was killed after %i ms goes on to the end that it would have had', async (ms) => {
    const ids = many(10);
    const folder = await shops(ids);
    const { ended, kill } = await beginning(folder, [...all, '--waves', 'canary:1,3,rest'], 'is noted in');
    void setTimeout(ms).then(() => kill('SIGKILL'));
    const { signal } = await ended;
    if (signal !== null) expect((await shown(folder)).run.state).toBe('died');
    const resumed = await schemaSync(folder, ['runs', 'resume']);
    expect(resumed).toMatchObject({ code: 0 });
    const { run, counts } = await shown(folder);
    expect(run).toMatchObject({ state: 'done', waves: [{ passed: true }, { passed: true }, { name: '3' }] });
    expect(counts).toMatchObject({ done: 10, failed: 0, left: 0 });
    await expectOnce(folder, ids);
    expect((await schemaSync(folder, ['validate', '--all-tenants'])).stdout).toContain('10 tenants in sync');
    const again = await schemaSync(folder, ['runs', 'resume']);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing is left') });
  });

  test('that was killed before its probe asks it when it goes on', async () => {
    const folder = await shops(['a', 'b', 'c']);
    const argv = [...all, '--waves', 'canary:1,rest', '--bake', '2s', '--probe', 'echo $SCHEMA_SYNC_WAVE >> probes'];
    const { ended, kill } = await beginning(folder, argv, 'wave canary is done');
    kill('SIGKILL');
    await ended;
    expect(await readdir(folder)).not.toContain('probes');
    expect(await schemaSync(folder, ['runs', 'resume'])).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toContain('probes');
    await expectOnce(folder, ['a', 'b', 'c']);
  });

  test('asks each tenant of a wave by SQL whether it is well, those too that were synced before it was killed', async () => {
    const folder = await shops(many(5));
    await execute(folder, 't1', 'DELETE FROM t');
    const argv = [...all, '--waves', 'canary:2,rest', '--bake', '2s'];
    const alone = await schemaSync(folder, [...all, '--probe-sql', 'SELECT 1']);
    expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('Say --waves too') });
    const { ended, kill } = await beginning(
      folder,
      [...argv, '--probe-sql', 'SELECT count(*) AS well FROM t WHERE id = 7'],
      'wave canary is done',
    );
    kill('SIGKILL');
    await ended;
    const resumed = await schemaSync(folder, ['runs', 'resume']);
    expect(resumed.stderr).toContain('--probe-sql after wave canary: 1 tenant not well');
    expect(resumed.stderr).toContain('  t1: 0');
    expect(resumed.code).toBe(4);
    expect((await shown(folder)).run.state).toBe('held');
    expect(await execute(folder, 't1', 'SELECT * FROM t')).toEqual([]);
    await execute(folder, 't1', "INSERT INTO t VALUES (7, '')");
    expect(await schemaSync(folder, ['runs', 'resume'])).toMatchObject({ code: 0 });
    await expectOnce(folder, many(5));
  });

  test.each([
    ['writes', "UPDATE t SET note = 'probed'", 'PERMISSION_DENIED'],
    ['fails', 'SELECT * FROM nothing', 'STATEMENT_FAILED'],
    ['answers nothing', 'SELECT 1 WHERE 1 = 0', 'no row'],
    ['answers NULL', 'SELECT NULL', 'null'],
  ])('begins no other wave where the query of a probe %s', async (_, query, answer) => {
    const folder = await shops(many(2));
    const argv = [...all, '--waves', '1,rest', '--probe-sql', query];
    const { code, stdout, stderr } = await schemaSync(folder, argv);
    expect({ code, stdout }).toMatchObject({ code: 4, stdout: expect.stringContaining('1 synced · 1 not begun') });
    expect(stderr).toContain(`  t0: ${answer}`);
    expect(await execute(folder, 't0', 'SELECT * FROM t')).toEqual([{ id: 7, note: '' }]);
  });

  test('is paused, resumed and cancelled from another terminal', async () => {
    const ids = many(12);
    const folder = await shops(ids);
    const { ended } = await beginning(folder, [...all, '--waves', '1,2,rest', '--bake', '6s'], 'wave 1 is done');
    expect(await schemaSync(folder, ['runs', 'pause'])).toMatchObject({ code: 0 });
    await until(async () => (await shown(folder)).run.state === 'paused');
    const { counts } = await shown(folder);
    expect(counts).toMatchObject({ done: 1, left: 11 });
    expect(await schemaSync(folder, ['runs', 'retry', '--failed'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is under way'),
    });
    expect(await schemaSync(folder, ['runs', 'resume'])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('goes on where it runs'),
    });
    await until(async () => (await shown(folder)).counts.done === 3);
    expect(await schemaSync(folder, ['runs', 'cancel'])).toMatchObject({ code: 0 });
    expect(await ended).toMatchObject({ code: 4, stdout: expect.stringContaining('3 synced · 9 not begun') });
    expect((await shown(folder)).run.state).toBe('cancelled');
    expect(await schemaSync(folder, ['runs', 'resume'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('was cancelled'),
    });
    expect(await schemaSync(folder, all)).toMatchObject({ code: 0, stdout: expect.stringContaining('9 synced') });
    await expectOnce(folder, ids);
  });

  test('begins no other wave after one with failures, and goes on where somebody has looked', async () => {
    const folder = await shops(['a', 'b', 'c'], {
      's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id < 9));',
    });
    await execute(folder, 'a', 'INSERT INTO t VALUES (10)');
    const held = await schemaSync(folder, [...all, '--allow', 'all', '--waves', 'canary:1,rest']);
    expect(held).toMatchObject({ code: 4, stdout: expect.stringContaining('1 failed · 2 not begun') });
    expect(held.stderr).toContain('wave canary: 1 tenant failed, and no other wave is begun');
    expect((await shown(folder)).run.state).toBe('held');
    const resumed = await schemaSync(folder, ['runs', 'resume']);
    expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining('2 synced') });
    expect((await shown(folder)).run.state).toBe('failed');
    expect(await schemaSync(folder, ['runs', 'resume'])).toMatchObject({ code: 4 });
    expect(await schemaSync(folder, ['runs', 'retry', '--failed'])).toMatchObject({
      stdout: expect.stringContaining('1 failed'),
    });
    await execute(folder, 'a', 'DELETE FROM t WHERE id = 10');
    expect(await schemaSync(folder, ['runs', 'retry', '--failed'])).toMatchObject({ code: 0 });
    const { run, tenants } = await shown(folder);
    expect(run.state).toBe('done');
    expect(tenants[0]).toMatchObject({ tenant: 'a', state: 'done', attempts: 3 });
    expect(tenants[0]).not.toHaveProperty('error');
  });

  test('retries one that nobody could look at with the plan of the others', async () => {
    const folder = await shops(['a', 'b']);
    await writeFile(join(folder, 'shops/c.db'), 'garbage, and enough of it to be no database');
    expect(await schemaSync(folder, all)).toMatchObject({ code: 4 });
    await rm(join(folder, 'shops/c.db'));
    await execute(folder, 'c', 'CREATE TABLE t (id INTEGER PRIMARY KEY)', 'INSERT INTO t VALUES (7)');
    expect(await schemaSync(folder, ['runs', 'retry', '--failed'])).toMatchObject({ code: 0 });
    await expectOnce(folder, ['a', 'b', 'c']);
    expect((await shown(folder)).run.state).toBe('done');
  });

  test('names a tenant that went meanwhile, and leaves one that came to the next', async () => {
    const folder = await shops(['a', 'b', 'c']);
    const { ended, kill } = await beginning(folder, [...all, '--waves', '1,rest', '--bake', '5s'], 'wave 1 is done');
    kill('SIGKILL');
    await ended;
    await rm(join(folder, 'shops/c.db'));
    await execute(folder, 'd', 'CREATE TABLE t (id INTEGER PRIMARY KEY)');
    const resumed = await schemaSync(folder, ['runs', 'resume']);
    expect(resumed).toMatchObject({ code: 4, stdout: expect.stringContaining('the fleet has this tenant no more') });
    expect(await readdir(join(folder, 'shops'))).not.toContain('c.db');
    await expectOnce(folder, ['a', 'b']);
    expect(await schemaSync(folder, all)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 synced') });
  });

  test('whose store is lost says so, begins nobody else, and what ran stands', async () => {
    const ids = many(10);
    const folder = await shops(ids);
    const { ended } = await beginning(folder, [...all, '--waves', '2,rest', '--bake', '1s'], 'wave 1 is done');
    await rm(join(folder, '.schema-sync'), { recursive: true });
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toMatchObject({ code: 4, stdout: expect.stringContaining('2 synced · 8 not begun') });
    expect(stderr).toContain('the run is not noted any more');
    expect((await schemaSync(folder, ['runs', 'resume'])).stderr).toContain('sync --all-tenants begins one');
    expect(await schemaSync(folder, all)).toMatchObject({ code: 0, stdout: expect.stringContaining('8 synced') });
    await expectOnce(folder, ids);
  });

  test('beside another one syncs no tenant twice, and loses none', async () => {
    const ids = many(20);
    const folder = await shops(ids);
    const both = await Promise.all([schemaSync(folder, all), schemaSync(folder, all)]);
    for (const { code, stderr } of both) expect(code, stderr).toBe(0);
    await expectOnce(folder, ids);
    expect((await schemaSync(folder, ['runs', 'list'])).stdout.match(/ done /g)?.length).toBeGreaterThan(0);
  });

  test('is gone on with by one of those who try at once', async () => {
    const ids = many(12);
    const folder = await shops(ids);
    const { ended, kill } = await beginning(folder, all, 'is noted in');
    kill('SIGKILL');
    await ended;
    const both = await Promise.all([1, 2, 3].map(() => schemaSync(folder, ['runs', 'resume'])));
    expect(both.map(({ code }) => code)).toContain(0);
    await until(async () => (await shown(folder)).run.state === 'done');
    await expectOnce(folder, ids);
  });

  test('is forgotten with its tenants and plans where it is old and over, and never while it is open', async () => {
    const folder = await shops(['a', 'b', 'c', 'd']);
    for (const id of ['a', 'b']) expect((await schemaSync(folder, ['sync', '--tenant', id, '--yes'])).code).toBe(0);
    const argv = ['sync', '--tenant', 'c', '--tenant', 'd', '--yes', '--waves', '1,rest', '--bake', '5s'];
    const { ended, kill } = await beginning(folder, argv, 'wave 1 is done');
    kill('SIGKILL');
    await ended;
    await write(folder, { 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY, other INTEGER);' });
    expect((await schemaSync(folder, ['sync', '--tenant', 'a', '--yes', '--allow', 'all'])).code).toBe(0);
    const listed = async () =>
      JSON.parse((await schemaSync(folder, ['runs', 'list', '--format', 'json'])).stdout).runs.map(
        (each: { readonly state: string }) => each.state,
      );
    expect(await listed()).toEqual(['done', 'died', 'done', 'done']);
    expect((await schemaSync(folder, ['runs', 'prune'])).stderr).toContain('needs to know what to keep');
    expect((await schemaSync(folder, ['runs', 'prune', '--keep', '3'])).stderr).toContain('Nothing was touched');
    expect(await listed()).toHaveLength(4);
    const pruned = await schemaSync(folder, ['runs', 'prune', '--keep', '1', '--yes', '--format', 'json']);
    expect(JSON.parse(pruned.stdout).pruned).toHaveLength(2);
    expect(await listed()).toEqual(['done', 'died']);
    const left = (table: string) =>
      withDatabase(
        folder,
        (connection) => connection.query({ text: `SELECT DISTINCT run FROM _schema_sync_fleet_${table}` }),
        '.schema-sync/runs.db',
      );
    for (const table of ['runs', 'plans', 'tenants']) expect(await left(table), table).toHaveLength(2);
    expect(await schemaSync(folder, ['runs', 'prune', '--before', '2099-01-01', '--yes'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('there is no run to forget'),
    });
  });

  /** A run of three tenants whose process died after the first of them. */
  async function killed(): Promise<string> {
    const folder = await shops(['a', 'b', 'c']);
    const argv = [...all, '--waves', 'canary:1,rest', '--bake', '800ms'];
    const { ended, kill } = await beginning(folder, argv, 'wave canary is done');
    kill('SIGKILL');
    await ended;
    return folder;
  }

  test('goes on with no database that it was not begun for, whatever the name of its fleet means by now', async () => {
    const folder = await killed();
    for (const id of ['a', 'b', 'c']) {
      await mkdir(join(folder, 'other/shops'), { recursive: true });
      await execute(join(folder, 'other'), id, 'CREATE TABLE t (id INTEGER PRIMARY KEY)');
    }
    await mkdir(join(folder, 'strangers'));
    await withDatabase(folder, async (to) => to.execute({ text: 'CREATE TABLE t (id)' }), 'strangers/x.db');
    for (const [place, told] of [
      ['other/shops', 'was begun for another database than sqlite:'],
      ['strangers', 'has none of the tenants of run'],
    ]) {
      const fleets = { shops: { file: `${place}/*.db` } };
      await write(folder, { 'schema-sync.config.json': JSON.stringify({ to: './s', fleets }) });
      for (const argv of [['resume'], ['retry', '--failed']]) {
        await withDatabase(
          folder,
          (store) =>
            store.execute({ text: "UPDATE _schema_sync_fleet_tenants SET state = 'failed' WHERE tenant = 'b'" }),
          '.schema-sync/runs.db',
        );
        const answered = await throughPipes(folder, ['runs', ...argv]);
        expect(answered).toMatchObject({ code: 1, stderr: expect.stringContaining(`${told}`) });
      }
    }
    expect((await shown(folder)).counts).toMatchObject({ done: 1, failed: 1, left: 1 });
    expect(await execute(join(folder, 'other'), 'c', 'SELECT name FROM sqlite_master')).toEqual([{ name: 't' }]);
    await write(folder, config);
    expect((await throughPipes(folder, ['runs', 'resume'])).stdout).toContain('1 synced');
    expect(await throughPipes(folder, ['runs', 'retry', '--failed'])).toMatchObject({ code: 0 });
    await expectOnce(folder, ['a', 'b', 'c']);
  });

  test('whose process died after its last tenant comes to its end where somebody goes on with it', async () => {
    const folder = await shops(['a']);
    expect(await schemaSync(folder, all)).toMatchObject({ code: 0 });
    await withDatabase(
      folder,
      (store) => store.execute({ text: "UPDATE _schema_sync_fleet_runs SET state = 'running', finished_at = NULL" }),
      '.schema-sync/runs.db',
    );
    expect((await shown(folder)).run.state).toBe('died');
    const resumed = await throughPipes(folder, ['runs', 'resume', '--format', 'json']);
    expect(resumed).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing is left') });
    expect(JSON.parse(resumed.stdout)).toMatchObject({ inSync: true });
    expect((await shown(folder)).run).toMatchObject({ state: 'done', finishedAt: expect.any(String) });
  });

  test('is taken to be under way by nobody for one who only looks', async () => {
    const folder = await project();
    await withDatabase(folder, async (connection) => {
      await withDatabase(folder, async (other) => {
        const run = 'some';
        const isHeld = () => isAlive({ connection }, { run, state: 'running' });
        // As many as look at once, none of them is taken for one who runs it.
        expect(await Promise.all(Array.from({ length: 20 }, isHeld))).not.toContain(true);
        await using _ = await other.lock(`schema-sync-run-${run}`);
        const began = performance.now();
        expect(await isHeld()).toBe(true);
        expect(performance.now() - began).toBeLessThan(300);
      });
    });
  });

  test('is taken to be under way by nobody where only taking its lock tells, while others look', async () => {
    const folder = await project();
    await withDatabase(folder, async (only) => {
      await withDatabase(folder, async (other) => {
        const run = 'some';
        const connection = Object.assign(Object.create(only), { isLocked: undefined, lock: only.lock.bind(only) });
        const isHeld = () => isAlive({ connection }, { run, state: 'running' });
        const looking = await other.lock(`schema-sync-run-${run}`);
        const [alive] = await Promise.all([isHeld(), setTimeout(100).then(() => looking[Symbol.asyncDispose]())]);
        expect(alive).toBe(false);
        await using _ = await other.lock(`schema-sync-run-${run}`);
        expect(await isHeld()).toBe(true);
      });
    });
  });

  test('is retried in its waves, with what has to be so between them', async () => {
    const folder = await shops(['a', 'b', 'c'], {
      's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id < 9));',
    });
    for (const id of ['a', 'c']) await execute(folder, id, 'INSERT INTO t VALUES (10)');
    const argv = ['--allow', 'all', '--waves', 'canary:1,rest', '--abort-after', '100%'];
    const probe = ['--probe', 'echo $SCHEMA_SYNC_WAVE >> probes; test ! -e ill'];
    expect(await schemaSync(folder, [...all, ...argv, ...probe])).toMatchObject({ code: 4 });
    expect(await readFile(join(folder, 'probes'), 'utf8')).toBe('canary\n');
    for (const id of ['a', 'c']) await execute(folder, id, 'DELETE FROM t WHERE id = 10');
    await write(folder, { ill: '' });
    const held = await schemaSync(folder, ['runs', 'retry', '--failed']);
    expect(held).toMatchObject({ code: 4, stdout: expect.stringContaining('1 synced · 1 not begun') });
    expect(held.stderr).toContain('the probe after wave canary exited with 1');
    await rm(join(folder, 'ill'));
    expect(await schemaSync(folder, ['runs', 'retry', '--failed'])).toMatchObject({ code: 0 });
    expect((await shown(folder)).run).toMatchObject({ state: 'done', waves: [{ passed: true }, { passed: false }] });
  });

  test('holds one that no plan fits against its wave, as any other that fails', async () => {
    const folder = await shops(['b', 'd'], { 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id < 9));' });
    await write(folder, { 'shops/a.db': 'garbage, and enough of it to be no database' });
    await execute(folder, 'd', 'INSERT INTO t VALUES (10)');
    expect(await schemaSync(folder, [...all, '--allow', 'all', '--waves', 'canary:1,rest'])).toMatchObject({ code: 4 });
    await rm(join(folder, 'shops/a.db'));
    await execute(folder, 'a', 'CREATE TABLE other (id INTEGER PRIMARY KEY)');
    await execute(folder, 'd', 'DELETE FROM t WHERE id = 10');
    const retried = await schemaSync(folder, ['runs', 'retry', '--failed']);
    expect(retried).toMatchObject({ code: 4, stdout: expect.stringContaining('1 failed · 1 not begun') });
    expect(retried.stderr).toContain('wave canary: 1 tenant failed, and no other wave is begun');
    expect((await shown(folder)).tenants).toContainEqual(expect.objectContaining({ tenant: 'd', attempts: 1 }));
  });

  test('that was held begins those who are left after a retry, too, which did not help', async () => {
    const folder = await shops(['a', 'b', 'c'], {
      's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id < 9));',
    });
    await execute(folder, 'a', 'INSERT INTO t VALUES (10)');
    expect(await schemaSync(folder, [...all, '--allow', 'all', '--waves', 'canary:1,rest'])).toMatchObject({ code: 4 });
    const retried = await throughPipes(folder, ['runs', 'retry', '--failed']);
    expect(retried.stdout).toContain('1 failed');
    expect((await shown(folder)).run.state).toBe('held');
    const resumed = await throughPipes(folder, ['runs', 'resume']);
    expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining('2 synced') });
  });

  test('is changed from a terminal once somebody agreed, who is told what is about to happen', async () => {
    const folder = await killed();
    const argv = ['runs', 'resume', '--format', 'json'];
    const denied = await atTerminal(folder, argv, ['n']);
    expect(denied).toMatchObject({ code: 1, stdout: expect.stringContaining('CONFIRMATION_NEEDED') });
    expect(denied.stderr).toMatch(/Go on with run [0-9a-f]{8} of shops: 2 tenants \(b, c\)\?/);
    expect(await atTerminal(folder, ['runs', 'cancel'], ['n'])).toMatchObject({ code: 1 });
    expect((await shown(folder)).run.state).toBe('died');
    expect(await atTerminal(folder, argv, ['y'])).toMatchObject({ code: 0 });
    await expectOnce(folder, ['a', 'b', 'c']);
    const cancelled = await killed();
    expect(await atTerminal(cancelled, ['runs', 'cancel', '--yes'], [])).toMatchObject({ code: 0 });
    expect((await shown(cancelled)).run.state).toBe('cancelled');
  });
});
