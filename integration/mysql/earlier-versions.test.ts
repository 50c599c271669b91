import type { Plan } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const start = `
CREATE TABLE t (id int PRIMARY KEY, a int, b int, twice int AS (a * 2) VIRTUAL);
INSERT INTO t (id, a, b) VALUES (1, 10, 100), (2, 20, 200);
`;
const goal = 'CREATE TABLE t (id int PRIMARY KEY, c int DEFAULT 7, a int, twice int AS (a * 2) VIRTUAL, d int);';
const algorithms = (plan: Plan | undefined) =>
  [...JSON.stringify(plan?.up).matchAll(/ALGORITHM=(\w+)/g)].map(([, name]) => name);

const counting = family.filter(({ name }) => name.startsWith('mysql'));

describe.each(counting)('$name, taken for one before 8.0.29', ({ name, scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  /** What a later server does at once it does in place, too, as it is told to. */
  const earlier = {
    ...driver,
    connect: async (...asked: Parameters<typeof driver.connect>) => {
      const connection = await driver.connect(...asked);
      return Object.assign(connection, { server: { ...connection.server, version: [8, 0, 27] } });
    },
  };

  live(`builds a table anew whose columns come in between or go, on ${name}`, { timeout: 120_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver: earlier, start, goal });
    const { plan, report } = await place.sync({ online: 'never' });
    expect(report?.outcome).toBe('done');
    expect(new Set(algorithms(plan))).toEqual(new Set(['INPLACE']));
    expect(await place.query('SELECT id, c, a, twice, d FROM t ORDER BY id')).toEqual([
      { id: 1, c: 7, a: 10, twice: 20, d: null },
      { id: 2, c: 7, a: 20, twice: 40, d: null },
    ]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    if (!plan) throw new Error('nothing was planned');
    await place.engine.down(place.tenant, plan, { allow: 'all' });
    expect(await place.query('SELECT id, a, twice FROM t ORDER BY id')).toEqual([
      { id: 1, a: 10, twice: 20 },
      { id: 2, a: 20, twice: 40 },
    ]);
  });

  live(`adds behind all others at once, on ${name}`, { timeout: 120_000 }, async () => {
    const last = 'CREATE TABLE t (id int PRIMARY KEY, a int, b int, twice int AS (a * 2) VIRTUAL, d int);';
    await using place = await openPlace({ url, scheme, driver: earlier, start, goal: last });
    expect(algorithms((await place.sync({ online: 'never' })).plan)).toEqual(['INSTANT']);
  });

  live(`renames a column in place, on ${name}`, { timeout: 120_000 }, async () => {
    const renamed = `
CREATE TABLE t (
  id int PRIMARY KEY,
  a int,
  -- @renamed from=b
  e int,
  twice int AS (a * 2) VIRTUAL
);
`;
    await using place = await openPlace({ url, scheme, driver: earlier, start, goal: renamed });
    expect(algorithms((await place.sync({ online: 'never' })).plan)).toEqual(['INPLACE']);
  });
});
