import type { Connection } from '../contract/connection.js';
import { SyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Catalogue } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import type { Plan, PlanState } from '../plan/plan-format.js';
import { driftText } from './drift-text.js';
import { isForetold } from './foretold.js';
import { readSteps, type StoppedRun } from './journal.js';
import { gatherState } from './known-state.js';
import { type Begun, type PlayContext, playStopped } from './play-stopped.js';
import { driftOnTheWay, rowDriftText } from './row-drift.js';
import { driftFrom } from './verify.js';

type Context = Omit<PlayContext, keyof Begun> & { readonly connection: Connection };

/**
 * Refuses a database that is not as a stopped run left it: nobody has reviewed what going on would do to the rest. What the plan says of the state between its changes is
 * compared by hashes; only what it says nothing of, or says otherwise, is played in scratch: the steps that held, and then the one that was under way, statement by
 * statement where each of them commits.
 */
export async function requireAsLeft(stopped: StoppedRun, now: Inspection, context: Context): Promise<void> {
  const { record, plan } = stopped;
  const { connection, driver } = context;
  const base = gatherState(plan.base, now.catalogue, [...plan.changes, ...plan.inverse], context.driver);
  if ('unknown' in base)
    throw notAsLeft(stopped, `\n  ${base.unknown} is not what it was, and no step of the plan is about it`);
  const journal = await readSteps(connection, driver.dialect, record.run);
  const held = new Set(journal.flatMap(({ step, outcome }) => (outcome === 'done' ? [step] : [])));
  const begun = new Set(journal.map(({ step }) => step));
  const isKnown =
    [held, begun].some((ran) => isForetold(plan, ran, now.catalogue)) &&
    driftFrom(stateOf(now.catalogue, plan, now), now, plan, driver) === undefined;
  if (!isKnown) await requireAsPlayed(stopped, now, { ...context, base, held, begun });
  const rows = await driftOnTheWay(plan, connection, driver, now.catalogue);
  if (rows.length > 0) throw notAsLeft(stopped, rowDriftText(rows), { rows });
}

async function requireAsPlayed(stopped: StoppedRun, now: Inspection, context: Context & Begun): Promise<void> {
  const { plan } = stopped;
  const { connection, driver } = context;
  const states = await playStopped(stopped, now.kept, context);
  const drifts = states.map((state) => driftFrom(stateOf(state, plan, now), now, plan, driver));
  const [drift] = drifts;
  if (!drift || drifts.some((each) => each === undefined)) return;
  const told = driftText(drift, {
    driver,
    server: connection.server,
    inspection: now,
    changes: Array.from(states[0] ?? [], asStart),
  });
  throw notAsLeft(stopped, told, { drift });
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
