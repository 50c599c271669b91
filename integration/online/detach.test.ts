import { expect, test } from 'vitest';
import { failure, online, openClient, openPlace, servers, terminate } from './support.js';

const base = (part: string) => `
CREATE TABLE whole (id int NOT NULL, code text) PARTITION BY RANGE (id);
CREATE TABLE part ${part};
`;
const attached = base('PARTITION OF whole FOR VALUES FROM (1) TO (100)');
const apart = base('(id int NOT NULL, code text)');

for (const server of servers) {
  const live = 'absent' in server || server.name === 'postgres-13' ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live(`${server.name} goes on with a detachment that was stopped`, async () => {
    await using place = await openPlace(url, {}, attached, "INSERT INTO whole VALUES (2, 'a')");
    await place.desire(apart);
    const reader = await openClient(place.url, 'whoever reads');
    await place.other.query(
      'ALTER TABLE part ADD CONSTRAINT schema_sync_bound_part CHECK (id IS NOT NULL AND id >= 1 AND id < 100)',
    );
    await reader.query('BEGIN; SELECT count(*) FROM whole');
    await place.other.query('SET statement_timeout = 500');
    await expect(place.other.query('ALTER TABLE whole DETACH PARTITION part CONCURRENTLY')).rejects.toThrow('timeout');
    await reader.end();
    expect(await place.value('SELECT count(*)::int FROM whole')).toBe(0);
    await place.engine.sync(place.tenant, place.goal, { ...online, allow: ['correctness'] });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value('SELECT count(*)::int FROM part')).toBe(1);
    expect(
      await place.value("SELECT count(*)::int FROM pg_constraint WHERE conrelid = 'part'::regclass AND contype = 'c'"),
    ).toBe(0);
  });

  live(`${server.name} goes on with a plan whose detachment was stopped between its two transactions`, async () => {
    await using place = await openPlace(url, {}, attached, "INSERT INTO whole VALUES (2, 'a')");
    await place.desire(apart);
    const plan = await place.engine.plan(place.tenant, place.goal, online);
    const reader = await openClient(place.url, 'whoever reads');
    // It reads the table above and no partition, which the check of the bound locks before.
    await reader.query('BEGIN; LOCK TABLE ONLY whole IN ACCESS SHARE MODE');
    const stopped = failure(place.engine.apply(place.tenant, plan, { allow: ['correctness'] }));
    const pending = 'SELECT count(*)::int FROM pg_inherits WHERE inhdetachpending';
    await expect.poll(() => place.value(pending), { timeout: 60_000, interval: 50 }).toBe(1);
    await terminate(place.other);
    await stopped;
    await reader.end();
    expect(await place.value(pending)).toBe(1);
    const rest = await place.engine.planRest(place.tenant, plan);
    await place.engine.apply(place.tenant, rest?.plan ?? plan, { allow: ['correctness'] });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value('SELECT count(*)::int FROM part')).toBe(1);
    expect(
      await place.value("SELECT count(*)::int FROM pg_constraint WHERE conrelid = 'part'::regclass AND contype = 'c'"),
    ).toBe(0);
  });
}
