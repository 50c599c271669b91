import type { ApplyRequest } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

/** Where each statement commits by itself, what is noted of a run comes at its end, and not for one that stopped in the middle. */
describe.each(family)('$name', (server) => {
  const live = server.url === '' ? test.skip : test;

  live('what somebody notes of a run is there once the whole of it ran', async () => {
    await using place = await openPlace({
      ...server,
      start:
        'CREATE TABLE noted (plan varchar(80)); CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 7), (2, 7)',
      goal: 'CREATE TABLE more (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int, UNIQUE KEY u (a));',
    });
    const { engine, tenant, goal, query } = place;
    const note: Pick<ApplyRequest, 'alongside'> = {
      alongside: (plan) => [{ text: 'INSERT INTO noted VALUES (?)', params: [plan.base.root] }],
    };
    const options = { exclude: ['noted'], allow: 'all', ...note } as const;
    await expect(engine.sync(tenant, goal, options)).rejects.toThrow();
    expect(await query('SELECT * FROM noted')).toEqual([]);
    await query('DELETE FROM t WHERE id = 2');
    const { plan } = await engine.sync(tenant, goal, options);
    expect(await query('SELECT plan FROM noted')).toEqual([{ plan: plan?.base.root }]);
    expect(await engine.sync(tenant, goal, options)).toMatchObject({ inSync: true });
    expect(await query('SELECT plan FROM noted')).toHaveLength(1);
  });
});
