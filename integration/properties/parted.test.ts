import { isSyncError, type Plan, type RunEvent } from '@sync/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parted } from '../engine/parted.js';
import { Bench, type Target } from './support/bench.js';
import { hintsBetween } from './support/hints.js';
import { anyPair, describePair, renamedPair } from './support/pair.js';
import { check, scaled, timeout } from './support/runs.js';

/** Makes something that is left alone, elsewhere, after each batch. */
function busy(target: Target): (event: RunEvent) => void {
  let count = 0;
  return ({ type }) => {
    if (type === 'batch') target.rewrite((database) => database.exec(`CREATE TABLE busy_${++count} (x)`));
  };
}

/** Where a run of a plan that was taken apart ends, up and down: some plans hold only as a whole. */
async function ends(bench: Bench, target: Target, plan: Plan, isBusy: boolean): Promise<readonly unknown[]> {
  const ended: unknown[] = [];
  for (const way of ['apply', 'down'] as const) {
    const onEvent = isBusy ? busy(target) : () => undefined;
    const outcome = await bench.engine[way](target.tenant, plan, { allow: 'all', onEvent }).then(
      (report) => ({ root: report.root }),
      (error: unknown) => (isSyncError(error) ? { code: error.code, failure: error.details?.failure } : error),
    );
    ended.push(outcome);
    target.rewrite((database) => {
      for (let i = 1; i <= plan.up.length + plan.down.length; i++) database.exec(`DROP TABLE IF EXISTS busy_${i}`);
    });
  }
  return ended;
}

describe('a plan of many batches', () => {
  it('goes as far beside somebody who is busy elsewhere as alone', { timeout }, () =>
    check(fc.oneof(anyPair, renamedPair), scaled(60), describePair, async ({ before, after, rows }) => {
      using bench = new Bench();
      const [alone, beside] = [bench.database(before, rows), bench.database(before, rows)];
      const goal = await bench.compile(after);
      const made = await bench.engine.plan(alone.tenant, goal, {
        prove: false,
        exclude: ['busy_*'],
        renames: hintsBetween(before, after),
      });
      const plan = parted(made, 'each alone');
      expect(await ends(bench, beside, plan, true)).toEqual(await ends(bench, alone, plan, false));
    }),
  );
});
