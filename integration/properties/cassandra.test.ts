import { isSyncError, type Plan } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { cassandraAbsence } from '../servers/fresh-cassandra-database.js';
import { CassandraGround } from './cassandra/ground.js';
import { cassandraWorld } from './cassandra/world.js';
import { describeJourney, type Journey, journeys, scriptOf } from './features/journey.js';
import type { Whole } from './features/world.js';
import { check, isLong, scaled, timeout } from './support/runs.js';

const keyOf = ({ renamed }: Whole) => (renamed.includes('at') ? 'when' : 'at');
const odds = { density: 60, with: [] } as const;

/** Undefined where it says that it cannot be done, before anything happens. */
function unlessImpossible(thrown: unknown): undefined {
  if (!isSyncError(thrown) || thrown.code !== 'PLAN_IMPOSSIBLE') throw thrown;
}

async function travel(ground: CassandraGround, major: number, { before, after }: Journey): Promise<void> {
  const { engine, tenant } = ground;
  await ground.make([...cassandraWorld.print(before, major), ...cassandraWorld.printRows(before, major)]);
  const goal = await ground.compile(cassandraWorld.print(after, major));
  const [base, rows] = [await ground.root(), await ground.rows(keyOf(before))];
  expect(rows).toHaveLength(2);
  const renames = cassandraWorld.hintsBetween(before, after, major);
  const plan: Plan | undefined = await ground.plan(goal, { renames }).catch(unlessImpossible);
  if (!plan) return expect(await ground.root(), 'impossible, nothing happened').toBe(base);
  if (plan.up.length === 0) return expect(base, 'nothing to do').toBe(goal.catalogue.root);
  expect(plan.proof, 'the plan is proven').toMatchObject({ up: true });
  const { run } = await engine.apply(tenant, plan, { allow: 'all' });
  expect(await ground.root(), 'up, the keyspace is in the desired state').toBe(goal.catalogue.root);
  expect((await ground.plan(goal, { prove: false })).up, 'planned again').toEqual([]);
  expect(await ground.rows(keyOf(after)), 'rows stay').toEqual(rows);
  if (plan.lasting) return;
  await engine.down(tenant, run, { allow: 'all' });
  expect(await ground.root(), 'down, the keyspace is in its first state').toBe(base);
  expect(await ground.rows(keyOf(before)), 'rows stay').toEqual(rows);
}

// The newest, and both where there is time.
describe.each(isLong ? ([4, 5] as const) : ([5] as const))('cassandra-%i', (major) => {
  const absence = cassandraAbsence(major);
  if (absence !== undefined) {
    it.skip(`absent: ${absence}`, () => {});
    return;
  }

  it('goes from any schema to another, and back where there is a way', { timeout }, () =>
    check(journeys(cassandraWorld, odds), scaled(2), describeJourney(cassandraWorld, major), async (journey) => {
      await using ground = await CassandraGround.open(major);
      await travel(ground, major, journey);
    }),
  );

  it('makes any schema again by what is printed of it', { timeout }, () =>
    check(
      journeys(cassandraWorld, odds),
      scaled(1),
      ({ before }) => scriptOf(cassandraWorld.print(before, major)),
      async ({ before }) => {
        await using ground = await CassandraGround.open(major);
        const compiled = await ground.compile(cassandraWorld.print(before, major));
        const printed = ground.engine.creation(compiled).flatMap(({ statements }) => statements);
        expect((await ground.compile(printed)).catalogue.root).toBe(compiled.catalogue.root);
      },
    ),
  );
});
