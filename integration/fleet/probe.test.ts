import { describe, expect, test } from 'vitest';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';

const before = ['CREATE TABLE t (id integer PRIMARY KEY, n integer)', 'INSERT INTO t VALUES (1, 5)'];
const desired = (column: string) =>
  `CREATE TABLE t (id integer PRIMARY KEY, n integer, ${column} varchar(20) NOT NULL DEFAULT '');`;

describe.each(playedKinds)('tenants of $name', (kind) => {
  const live = kind.isThere ? test : test.skip;

  live(
    'are asked by SQL whether they are well, each in its own place, and none can be written to',
    {
      timeout: 120_000,
    },
    async () => {
      await using tenants = await kind.openTenants(['a', 'b', 'c']);
      for (const id of ['a', 'b', 'c']) await at(tenants, id, ...before);
      await at(tenants, 'b', 'UPDATE t SET n = 0');
      await tenants.desire(desired('note'));
      const sync = ['sync', '--all-tenants', '--yes', '--allow', 'all', '--waves', '2,rest', '--probe-sql'];
      const held = await tenants.run(...sync, 'SELECT sum(n) > 4 AS well FROM t');
      expect(held, held.stderr).toMatchObject({ code: 4, stdout: expect.stringContaining('2 synced · 1 not begun') });
      expect(held.stderr).toMatch(/1 tenant not well.*\n {2}b: (?:0|false)\n/);
      const resumed = await tenants.run('runs', 'resume');
      expect(resumed, resumed.stderr).toMatchObject({ code: 0 });
      await tenants.desire(desired('other'));
      const writing = await tenants.run(...sync, 'DELETE FROM t');
      expect(writing, writing.stderr).toMatchObject({ code: 4, stderr: expect.stringContaining('2 tenants not well') });
      for (const [id, n] of [
        ['a', 5],
        ['b', 0],
        ['c', 5],
      ] as const)
        expect(await at(tenants, id, 'SELECT id, n FROM t'), id).toEqual([{ id: 1, n }]);
      const well = await tenants.run(...sync, 'SELECT count(*) AS well FROM t');
      expect(well, well.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('1 synced') });
    },
  );
});
