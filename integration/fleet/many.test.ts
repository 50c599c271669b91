import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CommandOptions } from '../faults/support/command.js';
import { at, type TenantKind, type Tenants } from './kinds/kind.js';
import { kinds } from './kinds.js';
import { isLong, sizeOf, timeoutFor } from './sizes.js';

/** How many tables each has beside the one that is changed. */
const tables = isLong ? 20 : 3;
const played = isLong
  ? ['files', 'schemas of postgres-18', 'databases of postgres-18', 'databases of mysql-9']
  : ['files'];
const created = Array.from({ length: tables }, (_, i) => {
  const previous = i === 0 ? 'integer' : `integer REFERENCES table_${i - 1} (id)`;
  return `CREATE TABLE table_${i} (id integer PRIMARY KEY, amount integer CHECK (amount >= 0), previous ${previous})`;
});

/** The tables with so many columns added to one of them. */
const desired = (added: number) => {
  const columns = Array.from({ length: added }, (_, i) => `, added_${i} integer`).join('');
  return `${[`CREATE TABLE t (id integer PRIMARY KEY${columns})`, ...created].join(';\n')};`;
};

/** What is held of a command: what its memory may take does not depend on how many tenants there are. */
beforeAll(() => void vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=96'));
afterAll(() => void vi.unstubAllEnvs());

describe.each(kinds.filter(({ name }) => played.includes(name)))('many $name', (kind) => {
  const size = sizeOf({ short: 60, long: 100 });
  const ids = Array.from({ length: size }, (_, i) => `t${String(i).padStart(5, '0')}`);
  const [gone = ''] = ids.slice(-1);
  const left = [...ids.slice(0, -1), 'unexpected'];
  const live = kind.isThere ? test : test.skip;

  live('come through kills, two runners, and a lost control store', { timeout: timeoutFor(size) }, async () => {
    await using tenants = await kind.openTenants(ids);
    const timed = stopwatch(kind, size);
    await timed('filled', () => each(ids, (id) => fill(tenants, id)));
    await tenants.desire(desired(0));
    const first = await timed('compared for the first time', () => tenants.run('validate', '--all-tenants'));
    expect(first, first.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining(`${size} tenants, 1 state`) });
    const again = await timed('compared again', () => tenants.run('validate', '--all-tenants'));
    expect(again, again.stderr).toMatchObject({ code: 0, stdout: first.stdout });

    await tenants.desire(desired(1));
    const meddle = afterFirstWave(async (child) => {
      await tenants.remove(gone);
      await tenants.create('unexpected');
      await fill(tenants, 'unexpected');
      await setTimeout(size * 3);
      child.kill('SIGKILL');
    });
    const killed = await timed('synced until killed', () => tenants.runWith({ onError: meddle.onError }, ...inWaves));
    await meddle.done();
    expect(killed, killed.stdout).toMatchObject({ code: null, signal: 'SIGKILL' });
    const resumed = await timed('resumed', () => tenants.run('runs', 'resume'));
    expect(resumed, resumed.stdout + resumed.stderr).toMatchObject({ code: 4 });
    const { counts } = JSON.parse((await tenants.run('runs', 'show', '--format', 'json')).stdout);
    expect(counts).toEqual({ inSync: 0, done: size - 1, failed: 1, left: 0 });
    await expectRuns(tenants, ids.slice(0, -1), 1);

    await tenants.desire(desired(2));
    const runners = () => Promise.all([tenants.run(...sync), tenants.run(...sync)]);
    for (const { code, stdout, stderr } of await timed('synced by two at once', runners))
      expect(code, stdout + stderr).toBe(0);
    await expectRuns(tenants, ids.slice(0, -1), 2);
    await expectRuns(tenants, ['unexpected'], 1);

    await tenants.desire(desired(3));
    const lose = afterFirstWave(() => rm(join(tenants.folder, '.schema-sync/runs.db')));
    const lost = await timed('synced until the store was lost', () =>
      tenants.runWith({ onError: lose.onError }, ...inWaves),
    );
    await lose.done();
    expect(lost, lost.stdout).toMatchObject({ code: 4, stderr: expect.stringContaining('is not noted any more') });
    const rest = await timed('synced without it', () => tenants.run(...sync));
    expect(rest, rest.stdout + rest.stderr).toMatchObject({ code: 0 });
    await expectRuns(tenants, ids.slice(0, -1), 3);
    const after = await timed('compared after that', () => tenants.run('validate', '--all-tenants'));
    expect(after, after.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining(`${left.length} tenants`) });
  });
});

const sync = ['sync', '--all-tenants', '--yes'];
/** With a while in between, in which somebody can meddle. */
const inWaves = [...sync, '--waves', '10%,rest', '--bake', '2s', '--abort-after', '5'];

async function fill(tenants: Tenants, id: string): Promise<void> {
  const held = ['CREATE TABLE t (id integer PRIMARY KEY)', 'INSERT INTO t VALUES (7)', ...created];
  await at(tenants, id, 'BEGIN', ...held, 'COMMIT');
}

/** Does something for each of many, four at a time. */
async function each(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  const all = ids.values();
  const one = async () => {
    for (const id of all) await work(id);
  };
  await Promise.all(Array.from({ length: 4 }, one));
}

/** Fails where a tenant came to the end of another number of runs than this, or lost its row. */
function expectRuns(tenants: Tenants, ids: readonly string[], runs: number): Promise<void> {
  return each(ids, async (id) => {
    const done = await at(tenants, id, "SELECT run FROM _schema_sync_runs WHERE outcome = 'done'");
    expect(done, id).toHaveLength(runs);
    expect(await at(tenants, id, 'SELECT id FROM t'), id).toEqual([{ id: 7 }]);
  });
}

/** Meddles with a run once its first wave is done. */
function afterFirstWave(work: (child: Parameters<NonNullable<CommandOptions['onError']>>[1]) => Promise<void>) {
  let meddling: Promise<void> | undefined;
  return {
    onError: (text, child) => {
      if (text.includes('wave 1 is done')) meddling ??= work(child);
    },
    done: () => meddling,
  } satisfies Pick<CommandOptions, 'onError'> & { readonly done: () => Promise<void> | undefined };
}

/** Says how long each part took, where that is what somebody wants to know. */
function stopwatch(kind: TenantKind, size: number) {
  return async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    if (isLong) console.log(`${size} ${kind.name}, ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  };
}
