import { describe, expect, test } from 'vitest';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';

const isLong = process.env.TEST_LONG === '1';
const timeout = isLong ? 1_200_000 : 180_000;
/** How many tenants there are beside those that something is wrong with, which are five of a hundred where there is time for that. */
const sound = isLong ? 133 : 5;
const healthy = Array.from({ length: sound }, (_, i) => `a${String(i).padStart(3, '0')}`);
const broken = ['z_rights', 'z_taken', 'z_rows', 'z_locked', 'z_gone', 'z_damaged', 'z_drifted'];

const before = ['CREATE TABLE t (id integer PRIMARY KEY, n integer)', 'INSERT INTO t VALUES (1, 5)'];
const desired = `
CREATE TABLE t (id integer PRIMARY KEY, n integer, note varchar(20) NOT NULL DEFAULT '', CHECK (n >= 0));
CREATE TABLE u (id integer PRIMARY KEY, x integer NOT NULL);`;
const lockSettings = { lockTimeoutMs: 200, lockRetries: 1 };
const rollout = ['--waves', '1,rest', '--bake', '3s', '--abort-after', '50%', '--lock-wait', '1'];
const sync = ['sync', '--all-tenants', '--yes', '--allow', 'all', ...rollout];

describe.each(playedKinds)('a fleet of $name', (kind) => {
  const live = kind.isThere ? test : test.skip;
  const commitsEach = kind.scheme === 'mysql' || kind.scheme === 'mariadb';
  const fleet = kind.scheme === 'sqlite' ? {} : { settings: lockSettings };

  live('has each tenant that is broken fail by name, and all others synced once', { timeout }, async () => {
    await using tenants = await kind.openTenants([...healthy, ...broken], { fleet });
    const on = (id: string, ...statements: readonly string[]) => at(tenants, id, ...statements);
    for (const id of [...healthy, ...broken]) await on(id, ...before);
    await on('z_taken', 'CREATE TABLE u (id integer PRIMARY KEY, x integer)', 'INSERT INTO u VALUES (1, NULL)');
    await on('z_rows', 'INSERT INTO t VALUES (2, -1)');
    await tenants.damage('z_damaged');
    const others = [...healthy, ...broken].filter((id) => id !== 'z_rights');
    await tenants.handOver(others, ['z_rights']);
    await tenants.desire(desired);
    const held = await tenants.open('z_locked');
    await held.query(kind.scheme === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    await held.query('SELECT * FROM t');
    let meanwhile: Promise<unknown> | undefined;
    const meddle = (text: string) => {
      if (text.includes('wave 1 is done'))
        meanwhile ??= Promise.all([tenants.remove('z_gone'), on('z_drifted', 'ALTER TABLE t ADD COLUMN own integer')]);
    };
    const ran = await tenants.runWith({ onError: meddle }, ...sync);
    await meanwhile;
    expect(ran, ran.stderr).toMatchObject({ code: 4, stdout: expect.stringContaining(`${sound} synced · 7 failed`) });
    const { run, tenants: all } = JSON.parse((await tenants.run('runs', 'show', '--format', 'json')).stdout) as Shown;
    expect(run.state).toBe('failed');
    expect(Object.fromEntries(all.flatMap(({ tenant, error }) => (error ? [[tenant, error.code]] : [])))).toEqual({
      z_rights: 'PERMISSION_DENIED',
      // What commits by itself stands, and the journal says how far it came.
      z_taken: commitsEach ? 'PARTIAL' : 'CHECK_FAILED',
      z_rows: 'CHECK_FAILED',
      z_locked: 'LOCK_TIMEOUT',
      z_gone: 'CONNECTION_FAILED',
      z_damaged: kind.scheme === 'sqlite' ? 'CONNECTION_FAILED' : 'JOURNAL_CORRUPT',
      z_drifted: 'BASE_MISMATCH',
    });
    for (const id of healthy) await expectOnce(on, id);
    await held.query('ROLLBACK');
    await held[Symbol.asyncDispose]();
    await on('z_taken', 'UPDATE u SET x = 0');
    await on('z_rows', 'DELETE FROM t WHERE id = 2');
    await on('z_drifted', 'ALTER TABLE t DROP COLUMN own');
    await tenants.handOver(['z_rights'], []);
    const again = await tenants.run('runs', 'retry', '--failed');
    expect(again, again.stdout).toMatchObject({ code: 4, stdout: expect.stringContaining('5 synced · 2 failed') });
    expect(again.stdout).toContain('the fleet has this tenant no more');
    for (const id of broken.filter((each) => !['z_gone', 'z_damaged'].includes(each))) await expectOnce(on, id);
    const rest = await tenants.run('validate', '--all-tenants', '--except', 'z_damaged');
    expect(rest, rest.stdout).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${sound + 5} tenants in sync`),
    });
  });
});

interface Shown {
  readonly run: { readonly state: string };
  readonly tenants: readonly { readonly tenant: string; readonly error?: { readonly code: string } }[];
}

/** Fails where a tenant was not brought to its end exactly once, or lost what it held. */
async function expectOnce(on: (id: string, text: string) => Promise<readonly object[]>, id: string) {
  const done = "SELECT run FROM _schema_sync_runs WHERE outcome = 'done'";
  expect(await on(id, done), id).toHaveLength(1);
  expect(await on(id, 'SELECT id, n, note FROM t'), id).toEqual([{ id: 1, n: 5, note: '' }]);
}
