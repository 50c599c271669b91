import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Batch, Step } from '../contract/step.js';
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
 * held in scratch, and then the one that was under way: statement by statement where each of them commits.
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
  const states = await play(plan, base, stagesOf(plan, held, begun), now, context);
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

/** What ran for certain, and then what may have run beside it, a piece at a time. */
function stagesOf({ up }: Plan, held: ReadonlySet<number>, begun: ReadonlySet<number>): readonly (readonly Batch[])[] {
  const those = (isMeant: (step: Step) => boolean) =>
    up.flatMap((batch): readonly Batch[] => {
      const steps = batch.steps.filter(isMeant);
      return steps.length > 0 ? [{ ...batch, steps }] : [];
    });
  const open = those(({ number }) => begun.has(number) && !held.has(number));
  const pieces = open.flatMap((batch): readonly (readonly Batch[])[] =>
    batch.atomic
      ? [[batch]]
      : batch.steps.flatMap((step) => inStatements(step).map((piece) => [{ ...batch, steps: [piece] }])),
  );
  return [those(({ number }) => held.has(number)), ...pieces];
}

/** What an attempt left behind is there: the next statement goes on from it. */
function inStatements({ leftovers, ...step }: Step): readonly Step[] {
  return step.sql.map((statement) => ({ ...step, sql: [statement] }));
}

/** How a database reads after each stage of a plan, which goes on from the one before. */
async function play(
  plan: Plan,
  base: Catalogue,
  stages: readonly (readonly Batch[])[],
  { kept }: Inspection,
  { driver, inspect, scratch: open, signal }: Context,
): Promise<readonly Catalogue[]> {
  await using scratch = await open();
  const states: Catalogue[] = [];
  try {
    for (const batch of foldBatches(creationNodes(unite(base, kept), driver, scratch.server), driver))
      await execute(scratch, batch, signal);
    for (const stage of stages) {
      for (const batch of stage) await execute(scratch, batch, signal);
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
