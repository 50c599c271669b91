import { randomBytes } from 'node:crypto';
import type { Plan } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, type Place, tenantAs } from './place.js';
import { family } from './servers.js';

/** As many as MySQL takes from 9.1 on. */
const most = 255;
const timeout = 300_000;
const before = 'CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 1), (2, 2);';

/** Adds and drops a column at once until so many versions are used. */
const used = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? 'ALTER TABLE t ADD COLUMN x int, ALGORITHM=INSTANT;'
      : 'ALTER TABLE t DROP COLUMN x, ALGORITHM=INSTANT;',
  ).join('\n');

const goal = (columns: string) => `CREATE TABLE t (id int PRIMARY KEY, a int${columns});`;
const algorithms = (plan: Plan | undefined, way: 'up' | 'down' = 'up') =>
  [...JSON.stringify(plan?.[way]).matchAll(/ALGORITHM=(\w+)/g)].map(([, name]) => name);
const hazardsOf = (plan: Plan | undefined) => plan?.up.flatMap(({ steps }) => steps.flatMap(({ hazards }) => hazards));

async function versions({ query, tenant }: Place): Promise<unknown> {
  const name = new URL(tenant.target.url).pathname.slice(1);
  const rows = await query(
    `SELECT MAX(total_row_versions) AS n FROM information_schema.innodb_tables WHERE name = '${name}/t' OR name LIKE '${name}/t#%'`,
  );
  return Number(Object.values(rows[0] ?? {})[0]);
}

const counting = family.filter(({ name }) => name.startsWith('mysql'));

describe.each(counting)('versions of rows of $name', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  const open = (start: string, text: string) => openPlace({ url, scheme, driver, start, goal: text });

  test('are read ahead, and a table that takes no more is built anew in place, which is said', {
    timeout,
  }, async () => {
    await using place = await open(before + used(most - 1), goal(', b int'));
    expect(await versions(place)).toBe(most - 1);
    const last = await place.sync({ online: 'never' });
    expect(algorithms(last.plan)).toEqual(['INSTANT']);
    // What the way there takes is counted on the way back, too.
    expect(algorithms(last.plan, 'down')).toEqual(['INPLACE']);
    expect(await versions(place)).toBe(most);
    await place.desire(goal(', b int, c int'));
    const { plan, report } = await place.sync({ online: 'never' });
    expect(report?.outcome).toBe('done');
    expect(algorithms(plan)).toEqual(['INPLACE']);
    expect(algorithms(plan, 'down')).toEqual(['INSTANT']);
    expect(hazardsOf(plan)).toEqual([
      expect.objectContaining({
        code: 'rebuilds-table',
        message: expect.stringContaining(`${most} times, of ${most}`),
      }),
    ]);
    expect(await versions(place)).toBe(0);
    expect(await place.query('SELECT * FROM t')).toEqual([
      { id: 1, a: 1, b: null, c: null },
      { id: 2, a: 2, b: null, c: null },
    ]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  test('and what needs none is made at once all the same', { timeout }, async () => {
    await using place = await open(before + used(most), goal(' DEFAULT 7, x int, twice int AS (a * 2) VIRTUAL'));
    const { plan } = await place.sync();
    expect(new Set(algorithms(plan))).toEqual(new Set(['INSTANT']));
    expect(await versions(place)).toBe(most);
  });

  test('count for the way back of a plan that uses up what is left', { timeout }, async () => {
    await using place = await open(before + used(most), goal(''));
    const { plan, report } = await place.sync();
    expect(report?.outcome).toBe('done');
    if (!plan) throw new Error('nothing was planned');
    await place.engine.down(place.tenant, plan, { allow: 'all' });
    expect(await place.query('SELECT * FROM t')).toEqual([
      { id: 1, a: 1, x: null },
      { id: 2, a: 2, x: null },
    ]);
  });

  test('are those of the partition that has the most', { timeout }, async () => {
    const parts = ' PARTITION BY HASH (id) PARTITIONS 2';
    const start = before.replace('a int)', `a int)${parts}`) + used(most);
    await using place = await open(start, goal(', x int, b int').replace(');', `)${parts};`));
    const { plan, report } = await place.sync();
    expect(report?.outcome).toBe('done');
    expect(algorithms(plan)).toEqual(['INPLACE']);
    expect(await versions(place)).toBe(0);
  });

  test('are unknown to an account that may not ask, which the server stops before anything happens', {
    timeout,
  }, async () => {
    await using place = await open(before + used(most), goal(', x int, b int'));
    const user = `rv_${randomBytes(6).toString('hex')}`;
    const target = new URL(place.tenant.target.url);
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT ALL ON \`${target.pathname.slice(1)}\`.* TO '${user}'@'%'`,
    );
    try {
      const tenant = tenantAs(place, user, scheme);
      const compiled = await place.engine.compile(place.goal, { near: place.tenant });
      const refused = await place.engine.sync(tenant, compiled, { prove: false, allow: 'all' }).catch((error) => error);
      expect(refused).toMatchObject({ code: 'UNSUPPORTED', hint: expect.stringContaining('OPTIMIZE TABLE') });
      expect(refused.hint).toContain('PROCESS');
      await place.query('OPTIMIZE TABLE t');
      const { report } = await place.engine.sync(tenant, compiled, { prove: false, allow: 'all' });
      expect(report?.outcome).toBe('done');
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });
});

const uncounted = family.filter(({ name }) => name.startsWith('mariadb'));

describe.each(uncounted)('$name counts no versions of rows', ({ name, scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live(`and adds and drops columns at once on ${name} as often as anybody likes`, { timeout }, async () => {
    await using place = await openPlace({ url, scheme, driver, start: before + used(600), goal: goal(', b int') });
    const { plan, report } = await place.sync({ online: 'never' });
    expect(report?.outcome).toBe('done');
    expect(algorithms(plan)).toEqual(['INSTANT']);
  });
});
