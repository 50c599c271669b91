import { createEngine, type Engine, type Plan, type TenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { failure, online, openPlace, type Place, servers } from './support.js';

const { scratch: open, ...withoutScratch } = driver;
const bare = createEngine({ driver: withoutScratch });
const request = { ...online, prove: false, allow: 'all' } as const;

const types = 1001;
const many = `DO $$ BEGIN FOR n IN 1..${types} LOOP EXECUTE format('CREATE TYPE e%s AS ENUM (''a'')', n); END LOOP; END $$`;
const rows = 'INSERT INTO k SELECT n, n, n FROM generate_series(1, 100) n';

/** An engine, and how many statements it has run in scratch databases. */
function counting(): { readonly engine: Engine; readonly ran: () => number } {
  let count = 0;
  const scratch: typeof open = async (...near) => {
    if (!open) throw new TypeError('the driver makes scratch databases');
    const connection = await open(...near);
    const atomically = connection.atomically?.bind(connection);
    return Object.assign(connection, {
      atomically: (...[statements, options]: Parameters<NonNullable<typeof atomically>>) => {
        count += statements.length;
        return atomically?.(statements, options);
      },
    });
  };
  return { engine: createEngine({ driver: { ...driver, scratch } }), ran: () => count };
}

/** Runs a plan up to one of its steps. */
async function runUpTo(step: number, plan: Plan, { engine, tenant }: Pick<Place, 'engine' | 'tenant'>): Promise<void> {
  const stop = new AbortController();
  const onEvent: NonNullable<Parameters<Engine['apply']>[2]>['onEvent'] = (event) => {
    if (event.type === 'step' && event.number === step) stop.abort();
  };
  await failure(engine.apply(tenant, plan, { allow: 'all', signal: stop.signal, onEvent }));
}

/** The number of the first step that comes after some of its change have run. */
function middleOf({ up }: Plan): number {
  const steps = up.flatMap((batch) => batch.steps);
  const counts = new Map<string, number>();
  for (const { number, change } of steps) {
    const before = counts.get(change) ?? 0;
    if (before === 2) return number;
    counts.set(change, before + 1);
  }
  return expect.fail('no change has three steps');
}

async function goOn(engine: Engine, tenant: TenantContext, plan: Plan): Promise<void> {
  const rest = (await engine.planRest(tenant, plan, { prove: false })) ?? expect.fail('nothing is left');
  await engine.apply(tenant, rest.plan, { allow: 'all' });
}

describe.each(servers)('$name: what a stopped run left', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is known without scratch between two changes', { timeout: 120_000 }, async () => {
    const before = 'CREATE TABLE t (id int PRIMARY KEY, v int); INSERT INTO t VALUES (1, 1), (2, 1)';
    await using place = await openPlace(url, {}, before);
    const { tenant, other } = place;
    await place.desire(
      'CREATE TABLE t (id int PRIMARY KEY, v int, w int); CREATE UNIQUE INDEX t_v ON t (v); CREATE VIEW over_t AS SELECT w FROM t;',
    );
    const plan = await place.engine.plan(tenant, place.goal, request);
    expect((await failure(place.engine.apply(tenant, plan, { allow: 'all' }))).code).toBe('PARTIAL');
    await other.query('CREATE VIEW by_hand AS SELECT id FROM t; DELETE FROM t WHERE id = 2');
    const refused = await failure(bare.planRest(tenant, plan, { prove: false }));
    expect(refused.code).toBe('BASE_MISMATCH');
    expect(refused.hint).toContain('schema-sync sync');
    const told = await failure(place.engine.planRest(tenant, plan, { prove: false }));
    expect(told.message).toContain('view "by_hand" was added');
    await other.query('DROP VIEW by_hand');
    await goOn(bare, tenant, plan);
    expect((await place.engine.validate(tenant, place.goal)).inSync).toBe(true);
  });

  live('is played of a large base only where the plan meets it', { timeout: 120_000 }, async () => {
    await using place = await openPlace(url, {}, many, 'CREATE TABLE k (id int PRIMARY KEY, a int, b int)', rows);
    const { tenant, other } = place;
    const enums = Array.from({ length: types }, (_, n) => `CREATE TYPE e${n + 1} AS ENUM ('a');`).join('\n');
    await place.desire(`${enums} CREATE TABLE k (id int PRIMARY KEY, a bigint, b int); CREATE INDEX ka ON k (a);`);
    const plan = await place.engine.plan(tenant, place.goal, request);
    await runUpTo(middleOf(plan), plan, place);
    const refused = await failure(bare.planRest(tenant, plan, { prove: false }));
    expect(refused).toMatchObject({ code: 'BASE_MISMATCH' });
    expect(refused.message).toContain('was stopped, and what it left can only be told by playing it in a scratch');
    expect(refused.hint).toContain('schema-sync sync');
    await other.query("CREATE TYPE by_hand AS ENUM ('a')");
    expect((await failure(place.engine.planRest(tenant, plan, { prove: false }))).message).toContain('by_hand');
    await other.query('DROP TYPE by_hand');
    const { engine, ran } = counting();
    await goOn(engine, tenant, plan);
    expect(ran()).toBeGreaterThan(0);
    expect(ran()).toBeLessThan(100);
    expect((await place.engine.validate(tenant, place.goal)).inSync).toBe(true);
    expect(await place.value('SELECT count(*)::int FROM k WHERE a = id AND b = id')).toBe(100);
  });
});
