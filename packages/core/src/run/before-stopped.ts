import type { RenameHint } from '../contract/change.js';
import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Plan } from '../plan/plan-format.js';
import { readStoppedBefore, type StoppedRun } from './journal.js';
import type { RunRecord } from './journal-format.js';
import { gatherState, renamesAlong } from './known-state.js';

/** Where a database was before the first of the runs whose leftovers another run went on with. */
export interface BeforeStopped {
  /** The first of the stopped runs. */
  readonly first: RunRecord;
  readonly catalogue: Catalogue;
  /** What those runs and the one after them renamed, the other way round. */
  readonly renames: readonly RenameHint[];
}

/**
 * The state before the runs that a run went on from, put together from what is there and from what their plans say of what they changed. A plan has the hash of each
 * object of its base, so that nothing is in it that was otherwise; a sentence says why where something is known by its hash alone.
 */
export async function findBeforeStopped(
  { plan, run }: { readonly plan: Plan; readonly run: string },
  current: Catalogue,
  { connection, driver }: { readonly connection: Connection; readonly driver: Driver },
): Promise<BeforeStopped | { readonly unknown: string }> {
  const stopped = await readStoppedBefore(connection, driver.dialect, run);
  if (stopped === undefined) return { unknown: 'the plan of the run that was stopped was pruned' };
  const first = stopped.at(-1);
  if (!first) return { unknown: 'the journal knows of no run that was stopped before it' };
  const state = first.record.direction === 'up' ? first.plan.base : first.plan.goal;
  const plans = [plan, ...stopped.map((each) => each.plan)];
  const catalogue = gatherState(
    state,
    current,
    plans.flatMap((each) => [...each.changes, ...each.inverse]),
    driver,
  );
  if ('unknown' in catalogue) return { unknown: `nothing tells any more what ${catalogue.unknown} was` };
  const renames = renamesAlong([plan.inverse, ...stopped.map(wayBack)], current, catalogue, driver);
  return { first: first.record, catalogue, renames };
}

function wayBack({ record, plan }: StoppedRun): Plan['changes'] {
  return record.direction === 'up' ? plan.inverse : plan.changes;
}
