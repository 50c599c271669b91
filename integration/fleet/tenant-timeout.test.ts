import { describe, expect, test } from 'vitest';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';

const before = ['CREATE TABLE t (id integer PRIMARY KEY, n integer)', 'INSERT INTO t VALUES (1, 5)'];
const desired = "CREATE TABLE t (id integer PRIMARY KEY, n integer, note varchar(20) NOT NULL DEFAULT '');";
/** Longer than the tenant may take: what stops the run is its own time and not that of the server's lock. */
const lockSettings = { lockTimeoutMs: 60_000 };

describe.each(playedKinds)('a tenant of $name that takes longer than it may', (kind) => {
  const live = kind.isThere ? test : test.skip;
  const fleet = kind.scheme === 'sqlite' ? {} : { settings: lockSettings };

  live(
    'is stopped and fails by name, the others go on, and it is retried with more time',
    {
      timeout: 120_000,
    },
    async () => {
      await using tenants = await kind.openTenants(['a', 'b', 'z'], { fleet });
      for (const id of ['a', 'b', 'z']) await at(tenants, id, ...before);
      await tenants.desire(desired);
      {
        await using held = await tenants.open('z');
        await held.query(kind.scheme === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
        await held.query('SELECT * FROM t');
        const argv = ['--all-tenants', '--yes', '--allow', 'all', '--lock-wait', '60', '--tenant-timeout', '4s'];
        const ran = await tenants.run('sync', ...argv);
        expect(ran, ran.stderr).toMatchObject({ code: 4, stdout: expect.stringContaining('2 synced · 1 failed') });
        const { tenants: all } = JSON.parse((await tenants.run('runs', 'show', '--format', 'json')).stdout) as Shown;
        const failed = all.filter(({ error }) => error);
        expect(failed).toMatchObject([
          { tenant: 'z', state: 'failed', error: { code: 'TIMED_OUT', details: { timeoutMs: 4000 } } },
        ]);
      }
      expect(await at(tenants, 'z', 'SELECT * FROM t')).toEqual([{ id: 1, n: 5 }]);
      const again = await tenants.run('runs', 'retry', '--failed', '--tenant-timeout', '1m');
      expect(again, again.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('1 synced') });
      for (const id of ['a', 'b', 'z'])
        expect(await at(tenants, id, 'SELECT * FROM t'), id).toEqual([{ id: 1, n: 5, note: '' }]);
      expect(await tenants.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
    },
  );
});

interface Shown {
  readonly tenants: readonly { readonly tenant: string; readonly state: string; readonly error?: object }[];
}
