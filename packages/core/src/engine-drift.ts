import type { Connection } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import type { Trace } from './contract/trace.js';
import type { Differ } from './diff/difference.js';
import { goalOf } from './engine-plan.js';
import type { DriftFound, OperationOptions } from './engine-types.js';
import { isSyncError, SyncError } from './errors.js';
import type { Inspection, Inspector } from './inspect/inspect.js';
import type { Address } from './model/address.js';
import type { Catalogue } from './model/catalogue.js';
import { hashOf } from './model/hash.js';
import type { Plan, PlanState } from './plan/plan-format.js';
import { readHistory } from './run/history.js';
import { readLeft } from './run/journal.js';
import type { RunRecord } from './run/journal-format.js';
import { gatherState } from './run/known-state.js';
import { unpackState } from './run/left-state.js';
import { sinceLastEnd } from './run/since-last-end.js';
import { driftFrom, look } from './run/verify.js';

interface DriftContext {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly inspect: Inspector;
  readonly diff: Differ;
  readonly tenant: string;
  readonly options: OperationOptions;
}

/** Compares a database with what the last run of its tenant left, read as that run read it. */
export async function findDrift(context: DriftContext): Promise<DriftFound> {
  const { driver, connection, tenant, options } = context;
  const own = (await readHistory(connection, driver.dialect)).filter((run) => run.tenant === tenant);
  const since = own.find(({ outcome }) => outcome === 'done');
  if (!since) throw noRun(own.length > 0);
  const unfinished = sinceLastEnd(own).find(({ outcome, steps }) => outcome === 'running' || steps.length > 0);
  const { plan, state } = await readLeft(connection, driver.dialect, since.run);
  const kept = state === null ? undefined : await unpackState(state, since.run);
  const reading = kept?.reading ?? plan?.reading;
  if (!reading) throw forgotten(since);
  const { inspection } = await look(context, reading, options.signal);
  const { catalogue } = inspection;
  const found = kept?.catalogue ?? (plan ? gathered(plan, since, catalogue, driver) : undefined);
  const expected = found && !('unknown' in found) ? stateOf(found) : plan ? sideOf(plan, since) : undefined;
  if (!found || !expected) throw forgotten(since);
  const nothing = { changes: [], inverse: [] };
  const objects = driftFrom(expected, inspection, nothing, driver) ?? { added: [], removed: [], changed: [] };
  const { steps: _, ...record } = since;
  return {
    tenant,
    since: record,
    drifted: catalogue.root !== expected.root,
    objects,
    reading,
    inspection,
    traces: await tracesOf([...objects.added, ...objects.changed], context),
    ...(unfinished && { unfinished }),
    ...('unknown' in found ? found : known(found, since, inspection, context)),
  };
}

/** What a role may not ask is not told; the drift is. */
async function tracesOf(
  addresses: readonly Address[],
  { driver, connection }: DriftContext,
): Promise<ReadonlyMap<Address, Trace>> {
  if (addresses.length === 0 || !driver.traces) return new Map();
  try {
    return await driver.traces(connection, addresses);
  } catch (error) {
    if (!isSyncError(error) || (error.code !== 'PERMISSION_DENIED' && error.code !== 'STATEMENT_FAILED')) throw error;
    return new Map();
  }
}

function known(left: Catalogue, { run }: RunRecord, { catalogue, server }: Inspection, context: DriftContext) {
  const { driver, connection, diff } = context;
  const origin = `run ${run.slice(0, 8)}`;
  return {
    difference: diff(left, catalogue, { driver, server }),
    left: goalOf(origin, left, { renames: [] }, connection),
  };
}

function gathered(plan: Plan, run: RunRecord, current: Catalogue, driver: Driver) {
  return gatherState(sideOf(plan, run), current, [...plan.changes, ...plan.inverse], driver);
}

function sideOf({ base, goal }: Plan, { direction }: RunRecord): PlanState {
  return direction === 'up' ? goal : base;
}

function stateOf(catalogue: Catalogue): PlanState {
  return {
    root: catalogue.root,
    objects: Object.fromEntries(Array.from(catalogue, (object) => [object.address, hashOf(object)])),
  };
}

function noRun(began: boolean): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'drift',
    message: began
      ? 'no run has come to its end here, so there is nothing to compare with'
      : 'schema-sync has not run here, so there is nothing to compare with',
    hint: 'To take what is there for the base: schema-sync baseline. What a desired state would change: schema-sync diff.',
  });
}

function forgotten({ run }: RunRecord): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'drift',
    message: `the journal no longer holds what run ${run.slice(0, 8)} left: it ran before states were kept, and its plan was pruned`,
    hint: 'To take what is there for the new base: schema-sync baseline --again.',
  });
}
