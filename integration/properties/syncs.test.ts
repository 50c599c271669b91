import { hazardsOf, isSyncError } from '@sync/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bench } from './support/bench.js';
import { expectKept, renamedHoldings } from './support/claims.js';
import { hintsBetween } from './support/hints.js';
import { anyPair, describePair, renamedPair } from './support/pair.js';
import { readHoldings } from './support/rows.js';
import { check, scaled, timeout } from './support/runs.js';

describe('sync', () => {
  it('finds nothing to do the second time', { timeout }, () =>
    check(anyPair, scaled(40), describePair, async ({ before, after }) => {
      using bench = new Bench();
      const target = bench.database(before);
      const goal = await bench.compile(after);
      await bench.engine.sync(target.tenant, goal, { allow: 'all' });
      const again = await bench.engine.sync(target.tenant, goal);
      expect(again.inSync).toBe(true);
      expect(again.report).toBeUndefined();
      expect((await bench.engine.validate(target.tenant, goal)).inSync).toBe(true);
    }),
  );

  it('makes the same plan each time', { timeout }, () =>
    check(anyPair, scaled(40), describePair, async ({ before, after }) => {
      using bench = new Bench();
      const goal = await bench.compile(after);
      const [first, second] = [bench.database(before), bench.database({ ...before, things: before.things })];
      const plans = await Promise.all(
        [first, second].map((target) => bench.engine.plan(target.tenant, goal, { prove: false })),
      );
      expect(plans[1]?.id).toBe(plans[0]?.id);
    }),
  );
});

describe('a rename that was declared', () => {
  it('keeps every row and value under the new names', { timeout }, () =>
    check(renamedPair, scaled(60), describePair, async (pair) => {
      using bench = new Bench();
      const target = bench.database(pair.before, pair.rows);
      const goal = await bench.compile(pair.after);
      const [base, held] = [await target.root(), target.observe(readHoldings)];
      const hints = hintsBetween(pair.before, pair.after);
      const plan = await bench.engine.plan(target.tenant, goal, { renames: hints });
      if (plan.up.length === 0) return;
      expect(
        hazardsOf(plan.up).filter((hazard) => hazard.class === 'data-loss' && hazard.code !== 'drops-virtual-table'),
      ).toEqual([]);
      await bench.engine.apply(target.tenant, plan, { allow: 'all' });
      expect(await target.root(), 'up').toBe(goal.catalogue.root);
      expectKept(renamedHoldings(held, hints), target.observe(readHoldings), hazardsOf(plan.up), 'up');
      await bench.engine.down(target.tenant, plan, { allow: 'all' });
      expect(await target.root(), 'down').toBe(base);
      expectKept(held, target.observe(readHoldings), [...hazardsOf(plan.up), ...hazardsOf(plan.down)], 'down', true);
    }),
  );

  it('is refused by name where it cannot hold', { timeout }, () =>
    check(
      fc.record({ pair: anyPair, from: fc.string(), to: fc.string({ minLength: 1 }) }),
      scaled(20),
      ({ pair }) => describePair(pair),
      async ({ pair, from, to }) => {
        using bench = new Bench();
        const target = bench.database(pair.before);
        const goal = await bench.compile(pair.after);
        const hint = { at: 'test', from: [`${from}?`], to: [`${to}?`] };
        const failure = await bench.engine.plan(target.tenant, goal, { renames: [hint], prove: false }).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(isSyncError(failure) && failure.code).toBe('RENAME_INVALID');
      },
    ),
  );
});
