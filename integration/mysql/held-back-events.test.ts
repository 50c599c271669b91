import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const table = 'CREATE TABLE t (id int PRIMARY KEY);';
const event = (status: string, { every = '1 DAY', body = 'DELETE FROM t' } = {}) =>
  `CREATE EVENT e ON SCHEDULE EVERY ${every} STARTS '2030-01-01 00:00:00' ${status} DO ${body};`;
const held = 'DISABLE ON SLAVE';

const statuses = async (place: Place) => {
  const rows = await place.query('SELECT status AS s FROM information_schema.events WHERE event_schema = DATABASE()');
  return rows.map(({ s }) => (s === 'REPLICA_SIDE_DISABLED' ? 'SLAVESIDE_DISABLED' : s));
};

describe.each(family)('events that $name holds back as a replica', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  const open = (start: string, goal: string) =>
    openPlace({ url, scheme, driver, start: table + start, goal: table + goal });

  live('are no difference to a state that has them, be it enabled or not or from a dump, and told', async () => {
    await using place = await open(event(held), event(''));
    for (const word of ['', 'ENABLE', 'DISABLE', held]) {
      await place.desire(`${table}${event(word)}`);
      expect((await place.sync({ dryRun: true })).inSync, word).toBe(true);
    }
    const { unmanaged } = await place.engine.inspect(place.tenant);
    expect(unmanaged).toEqual([
      { kind: 'part', name: 'status', in: 'e', reason: expect.stringContaining('ALTER EVENT … ENABLE') },
    ]);
  });

  live('stay so where they are altered, made anew, dropped and brought back', { timeout: 120_000 }, async () => {
    await using place = await open(event(held), '');
    const goals = [
      'CREATE EVENT e ON SCHEDULE EVERY 3 DAY DO DELETE FROM t;',
      `-- @renamed from=e\n${event('', { body: 'DELETE FROM t WHERE id = 1' }).replace('EVENT e', 'EVENT f')}`,
    ];
    for (const goal of goals) {
      await place.desire(`${table}\n${goal}`);
      const { plan } = await place.sync();
      expect(plan?.proof, goal).toMatchObject({ up: true, down: true });
      expect(await statuses(place), goal).toEqual(['SLAVESIDE_DISABLED']);
      await place.engine.down(place.tenant, plan ?? '', { allow: 'all' });
      expect(await statuses(place), goal).toEqual(['SLAVESIDE_DISABLED']);
    }
    await place.desire(table);
    const { plan } = await place.sync();
    expect(await statuses(place)).toEqual([]);
    await place.engine.down(place.tenant, plan ?? '', { allow: 'all' });
    expect(await statuses(place)).toEqual(['SLAVESIDE_DISABLED']);
  });

  live('are made as a file says it, and come to be run where it says that since', async () => {
    await using place = await open('', event(held));
    const { plan } = await place.sync();
    expect(plan?.proof).toMatchObject({ up: true, down: true });
    expect(await statuses(place)).toEqual(['SLAVESIDE_DISABLED']);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    if (!plan) throw new Error('nothing was planned');
    await place.engine.down(place.tenant, plan, { allow: 'all' });
    expect(await statuses(place)).toEqual([]);
    for (const [change, status] of [
      ['ALTER EVENT e ENABLE;', 'ENABLED'],
      ['ALTER EVENT e COMMENT "x";', 'SLAVESIDE_DISABLED'],
      ['ALTER EVENT e RENAME TO `f`;', 'SLAVESIDE_DISABLED'],
      ['DROP EVENT e; CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t;', 'ENABLED'],
    ] as const) {
      await place.desire(`${table}${event(held)}${change}`);
      const { plan: each } = await place.sync();
      expect(await statuses(place), change).toEqual([status]);
      if (each) await place.engine.down(place.tenant, each, { allow: 'all' });
    }
  });

  live('are left as they run by a file that holds them back, there and back', async () => {
    await using place = await open(event(''), event(held, { every: '2 DAY' }));
    const { plan } = await place.sync();
    expect(await statuses(place)).toEqual(['ENABLED']);
    await place.engine.down(place.tenant, plan ?? '', { allow: 'all' });
    expect(await statuses(place)).toEqual(['ENABLED']);
  });

  live('are enabled nowhere by a database that holds them back as the desired state', async () => {
    await using replica = await open(event(held), '');
    const from = replica.tenant.target.url;
    for (const [there, after] of [
      ['', 'SLAVESIDE_DISABLED'],
      [event(''), 'ENABLED'],
      [event('DISABLE'), 'DISABLED'],
    ] as const) {
      await using place = await open(there, '');
      const { inSync } = await place.engine.sync(place.tenant, from, { allow: 'all' });
      expect(inSync, there).toBe(there !== '');
      expect(await statuses(place)).toEqual([after]);
    }
  });

  live('are not held back again by a plan from before somebody enabled them', async () => {
    await using place = await open(event(held), event('', { every: '2 DAY' }));
    const { plan } = await place.sync({ dryRun: true });
    if (!plan) throw new Error('nothing was planned');
    await place.query('ALTER EVENT e ENABLE');
    await expect(place.engine.apply(place.tenant, plan, { allow: 'all' })).rejects.toMatchObject({
      code: 'BASE_MISMATCH',
      message: expect.stringContaining('no longer held back'),
    });
    expect(await statuses(place)).toEqual(['ENABLED']);
  });
});
