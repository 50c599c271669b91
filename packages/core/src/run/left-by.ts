import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Step } from '../contract/step.js';
import { isSyncError, SyncError } from '../errors.js';
import type { Inspection, Inspector } from '../inspect/inspect.js';
import { type Catalogue, unite } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import { foldBatches } from '../plan/batch.js';
import { creationNodes } from '../plan/plan.js';
import type { Plan, PlanState } from '../plan/plan-format.js';
import { driftText } from './drift-text.js';
import { execute } from './execute.js';
import type { StoppedRun } from './journal.js';
import { readSteps } from './journal.js';
import { gatherState } from './known-state.js';
import { driftOnTheWay, rowDriftText } from './row-drift.js';
import { refutesBase } from './unbuildable.js';
import { driftFrom, inspectOptions } from './verify.js';

interface Context {
  readonly connection: Connection;
  readonly driver: Driver;
  readonly inspect: Inspector;
  readonly scratch: () => Promise<Connection>;
  readonly signal?: AbortSignal;
}

/**
 * Refuses a database that is not as a stopped run left it: nobody has reviewed what going on would do to the rest. What the run left is found by playing the steps that
 * held in scratch, with the one that was under way and without it, as no plan knows what is between its ends.
 */
export async function requireAsLeft(stopped: StoppedRun, now: Inspection, context: Context): Promise<void> {
  const { record, plan } = stopped;
  const { connection, driver } = context;
  const base = gatherState(plan.base, now.catalogue, [...plan.changes, ...plan.inverse]);
  if ('unknown' in base)
    throw notAsLeft(stopped, `\n  ${base.unknown} is not what it was, and no step of the plan is about it`);
  const journal = await readSteps(connection, driver.dialect, record.run);
  const held = new Set(journal.flatMap(({ step, outcome }) => (outcome === 'done' ? [step] : [])));
  const begun = new Set(journal.map(({ step }) => step));
  const states = await play(plan, base, [held, begun], now, context);
  const drifts = states.map((state) => driftFrom(stateOf(state, plan, now), now, plan, driver));
  const [drift] = drifts;
  if (drift && drifts.every((each) => each !== undefined)) {
    const told = driftText(drift, {
      driver,
      server: connection.server,
      inspection: now,
      changes: Array.from(states[0] ?? [], asStart),
    });
    throw notAsLeft(stopped, told, { drift });
  }
  const rows = await driftOnTheWay(plan, connection, driver, now.catalogue);
  if (rows.length > 0) throw notAsLeft(stopped, rowDriftText(rows), { rows });
}

/** How a database reads after these steps of a plan: one state for each set of them that differs from the one before, which it goes on from. */
async function play(
  plan: Plan,
  base: Catalogue,
  stages: readonly ReadonlySet<number>[],
  { kept }: Inspection,
  { driver, inspect, scratch: open, signal }: Context,
): Promise<readonly Catalogue[]> {
  await using scratch = await open();
  const states: Catalogue[] = [];
  const ran = new Set<number>();
  try {
    for (const batch of foldBatches(creationNodes(unite(base, kept), driver, scratch.server), driver))
      await execute(scratch, batch, signal);
    for (const stage of stages) {
      const isNext = ({ number }: Step) => stage.has(number) && !ran.has(number);
      const batches = plan.up.map((batch) => ({ ...batch, steps: batch.steps.filter(isNext) }));
      if (states.length > 0 && batches.every(({ steps }) => steps.length === 0)) continue;
      for (const batch of batches) if (batch.steps.length > 0) await execute(scratch, batch, signal);
      for (const number of stage) ran.add(number);
      states.push(
        (await inspect(scratch, driver, { ...inspectOptions(plan.reading), ...(signal && { signal }) })).catalogue,
      );
    }
  } catch (error) {
    if (!isSyncError(error) || !refutesBase.has(error.code)) throw error;
    // What the open step is refused of leaves what is known without it.
    if (states.length > 0) return states;
    throw cannotTell(error);
  }
  return states;
}

function stateOf(state: Catalogue, { base, goal }: Plan, { kept: now }: Inspection): PlanState {
  const kept: Record<string, Hash | null> = { ...goal.kept, ...base.kept };
  for (const [address, hash] of Object.entries(goal.kept ?? {})) {
    const object = now.get(address as SchemaObject['address']);
    if (object && hashOf(object) === hash) kept[address] = hash;
  }
  const objects = Object.fromEntries(Array.from(state, (object) => [object.address, hashOf(object)]));
  return { root: state.root, objects, ...((base.kept ?? goal.kept) && { kept }) };
}

function asStart(object: SchemaObject) {
  const { address, kind } = object;
  return { id: `drop ${address}`, kind, address, verb: 'drop', from: object } as const;
}

const goOn =
  'Something changed it since the run was stopped. Plan again, to the state that you want, to go on from what is there. Nothing was touched.';

function notAsLeft({ record }: StoppedRun, told: string, details: Readonly<Record<string, unknown>> = {}): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'apply',
    message: `the database is not as run ${record.run.slice(0, 8)}, which was stopped, left it:${told}`,
    hint: goOn,
    details: { run: record.run, ...details },
  });
}

function cannotTell(cause: SyncError): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'apply',
    message: `a run of this plan was stopped, and what it left cannot be built in scratch to be compared: ${cause.message}`,
    hint: 'Plan again, to the state that you want, to go on from what is there. Nothing was touched.',
    cause,
  });
}
