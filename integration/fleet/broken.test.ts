import { describe, expect, test } from 'vitest';
import { at, type Session } from './kinds/kind.js';
import { playedKinds } from './kinds.js';
import { sizeOf, timeoutFor } from './sizes.js';

const size = sizeOf({ short: 12, long: 140 });
const timeout = timeoutFor(size);
/** How many tenants are broken in each of seven ways: all in all five of a hundred, where there is time for that. */
const ofEach = Math.max(1, Math.round((size * 0.05) / 7));
/** Each of these is held by a session of its own. */
const atMost = 20;
const named = (way: string, count = ofEach) => Array.from({ length: count }, (_, i) => (i === 0 ? way : `${way}_${i}`));
const brokenBy = {
  z_rights: named('z_rights'),
  z_taken: named('z_taken'),
  z_rows: named('z_rows'),
  z_locked: named('z_locked', Math.min(ofEach, atMost)),
  z_gone: named('z_gone'),
  z_damaged: named('z_damaged'),
  z_drifted: named('z_drifted'),
};
const broken = Object.values(brokenBy).flat();
const sound = size - broken.length;
const healthy = Array.from({ length: sound }, (_, i) => `a${String(i).padStart(5, '0')}`);

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
    const onEach = async (ids: readonly string[], ...statements: readonly string[]) => {
      for (const id of ids) await on(id, ...statements);
    };
    const { z_rights, z_taken, z_rows, z_locked, z_gone, z_damaged, z_drifted } = brokenBy;
    await onEach(z_taken, 'CREATE TABLE u (id integer PRIMARY KEY, x integer)', 'INSERT INTO u VALUES (1, NULL)');
    await onEach(z_rows, 'INSERT INTO t VALUES (2, -1)');
    for (const id of z_damaged) await tenants.damage(id);
    const others = [...healthy, ...broken].filter((id) => !z_rights.includes(id));
    await tenants.handOver(others, z_rights);
    await tenants.desire(desired);
    const holders: Session[] = [];
    for (const id of z_locked) {
      const held = await tenants.open(id);
      await held.query(kind.scheme === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      await held.query('SELECT * FROM t');
      holders.push(held);
    }
    let meanwhile: Promise<unknown> | undefined;
    const meddle = (text: string) => {
      if (meanwhile || !text.includes('wave 1 is done')) return;
      const drift = onEach(z_drifted, 'ALTER TABLE t ADD COLUMN own integer');
      meanwhile = Promise.all([...z_gone.map((id) => tenants.remove(id)), drift]);
    };
    const ran = await tenants.runWith({ onError: meddle }, ...sync);
    await meanwhile;
    const ended = `${sound} synced · ${broken.length} failed`;
    expect(ran, ran.stderr).toMatchObject({ code: 4, stdout: expect.stringContaining(ended) });
    const { run, tenants: all } = JSON.parse((await tenants.run('runs', 'show', '--format', 'json')).stdout) as Shown;
    expect(run.state).toBe('failed');
    const codes = {
      z_rights: 'PERMISSION_DENIED',
      // What commits by itself stands, and the journal says how far it came.
      z_taken: commitsEach ? 'PARTIAL' : 'CHECK_FAILED',
      z_rows: 'CHECK_FAILED',
      z_locked: 'LOCK_TIMEOUT',
      z_gone: 'CONNECTION_FAILED',
      z_damaged: kind.scheme === 'sqlite' ? 'CONNECTION_FAILED' : 'JOURNAL_CORRUPT',
      z_drifted: 'BASE_MISMATCH',
    };
    expect(Object.fromEntries(all.flatMap(({ tenant, error }) => (error ? [[tenant, error.code]] : [])))).toEqual(
      Object.fromEntries(
        Object.entries(codes).flatMap(([way, code]) => brokenBy[way as keyof typeof codes].map((id) => [id, code])),
      ),
    );
    for (const id of healthy) await expectOnce(on, id);
    for (const held of holders) {
      await held.query('ROLLBACK');
      await held[Symbol.asyncDispose]();
    }
    await onEach(z_taken, 'UPDATE u SET x = 0');
    await onEach(z_rows, 'DELETE FROM t WHERE id = 2');
    await onEach(z_drifted, 'ALTER TABLE t DROP COLUMN own');
    await tenants.handOver(z_rights, []);
    const lost = [...z_gone, ...z_damaged];
    const mended = broken.filter((id) => !lost.includes(id));
    const again = await tenants.run('runs', 'retry', '--failed');
    const endedAgain = `${mended.length} synced · ${lost.length} failed`;
    expect(again, again.stdout).toMatchObject({ code: 4, stdout: expect.stringContaining(endedAgain) });
    expect(again.stdout).toContain('the fleet has this tenant no more');
    for (const id of mended) await expectOnce(on, id);
    const rest = await tenants.run('validate', '--all-tenants', '--except', 'z_damaged*');
    expect(rest, rest.stdout).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${sound + mended.length} tenants in sync`),
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
