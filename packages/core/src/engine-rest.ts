import { type DiffContext, findDifference } from './engine-diff.js';
import { type ProposalContext, proposePlan } from './engine-plan.js';
import type { ApplyRequest } from './engine-types.js';
import { emptyCatalogue } from './model/catalogue.js';
import { onlineAgain } from './plan/online.js';
import type { Plan } from './plan/plan-format.js';
import { findCutShort } from './run/cut-short.js';
import { readRuns } from './run/journal.js';
import { gatherState, renamesAlong } from './run/known-state.js';
import { inspectOptions, look } from './run/verify.js';
import type { TenantContext } from './tenant/context.js';

interface RestContext extends Omit<ProposalContext, 'options' | 'schemas'>, Pick<DiffContext, 'strategies'> {
  readonly options: ApplyRequest;
}

/** A plan from what a stopped run of a plan left to the state that it was to lead to, and that run; undefined where no such run is the newest that changed anything. */
export async function findRest(tenant: TenantContext, plan: Plan, context: RestContext) {
  const { connection, driver, options, strategies } = context;
  const cutShort = await findCutShort(await readRuns(connection, driver.dialect), undefined, context);
  if (!cutShort || cutShort.record.plan !== plan.id || cutShort.record.direction !== 'up') return undefined;
  const { prove, signal, onEvent } = options;
  const { inspection } = await look(context, plan.reading, signal);
  const current = inspection.catalogue;
  const catalogue = gatherState(plan.goal, current, [...plan.changes, ...plan.inverse]);
  if ('unknown' in catalogue) return undefined;
  const goal = {
    origin: `the state that plan ${plan.id.slice(0, 12)} leads to`,
    catalogue,
    kept: emptyCatalogue,
    server: connection.server,
    renames: renamesAlong([plan.changes], current, catalogue, driver),
    seeds: (plan.seeds ?? []).map(({ found, before, ...seed }) => seed),
    unmanaged: [],
    warnings: [],
    normalisedBy: 'snapshot',
  } as const;
  const { exclude, with: parts, schemas } = plan.reading;
  const request = {
    exclude,
    with: parts,
    online: onlineAgain(plan),
    seeds: goal.seeds.length > 0,
    ...(prove !== undefined && { prove }),
    ...(signal && { signal }),
    ...(onEvent && { onEvent }),
  };
  const seen = inspectOptions(plan.reading);
  const difference = await findDifference(tenant, inspection, goal, request, { ...context, strategies, seen });
  const ground = { goal, inspection, difference };
  const proposed = await proposePlan(ground, { ...context, ...(schemas && { schemas }), options: request });
  return { plan: proposed.plan, stopped: cutShort.record, unmanaged: inspection.unmanaged };
}
