import type { RenameHint } from './contract/change.js';
import type { Connection } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import { derivedFor, enter, leftAlone } from './engine-requests.js';
import type { ApplyRequest, PlanRequest } from './engine-types.js';
import type { Inspector } from './inspect/inspect.js';
import { groundOfKept } from './inspect/part-owned.js';
import { type Catalogue, emptyCatalogue } from './model/catalogue.js';
import { withHarm } from './plan/harm.js';
import { defaultOnline, onlineAgain, onlineTables } from './plan/online.js';
import { withAnswers, withPhase } from './plan/phase.js';
import { withOnline, withProof } from './plan/plan.js';
import type { Plan, Planner, PlanReading } from './plan/plan-format.js';
import { managedSeeds } from './plan/seed-order.js';
import { pendingSeeds, withSeeds } from './plan/seeds.js';
import { succeededIn } from './plan/successions.js';
import { withSweep } from './plan/sweep.js';
import { wearOf } from './plan/wear.js';
import { foreseeRefusal } from './run/ask-ahead.js';
import { checkData } from './run/check-data.js';
import { plannedOrFlawed } from './run/planned-or-flawed.js';
import { requireLeaned } from './run/require-leaned.js';
import { relationsBeside } from './run/settle-flaws.js';
import { type Ground, tryPlan } from './run/try-plan.js';
import type { Compiled } from './source/compiled.js';

/** What proposing a plan takes. */
export interface ProposalContext {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly inspect: Inspector;
  readonly plan: Planner;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
  readonly options: PlanRequest;
  /** The schemas inside the database that are managed, where it has such. */
  readonly schemas?: readonly string[];
}

/** Plans what stands between a database and its goal, seed rows included, and tries it where that is wanted. */
export async function proposePlan(ground: Ground, context: ProposalContext) {
  const { goal, inspection, difference } = ground;
  const { driver, connection, options } = context;
  requireLeaned(goal, difference, relationsBeside({ driver, inspection }), options, driver);
  const online = await onlineTables(options.online ?? defaultOnline, difference, driver, connection);
  const reading = readingOf(ground, context);
  const wear = await wearOf(difference, driver, connection);
  const planning = { driver, server: connection.server, reading, online: online.addresses, wear };
  const planned = plannedOrFlawed(goal, difference, () => context.plan(difference, planning));
  const swept = withSweep(planned, inspection.leftovers ?? [], difference, driver);
  const succeeded = () => succeededIn(difference, derivedFor(goal, options), driver);
  const told = withOnline(swept, online.told);
  // Both phases at once, of which the first is over already.
  const isHalfWay = !options.phase && difference.unmade.some(({ inStep }) => inStep);
  const bare = isHalfWay ? withAnswers(told, succeeded()) : withPhase(told, options.phase, succeeded);
  const wanted = options.seeds ? managedSeeds(goal.seeds, difference.goal, driver) : [];
  const seeds = await pendingSeeds(wanted, connection, driver, difference);
  const isProven = options.prove !== false && bare.up.length + seeds.length > 0;
  if (isProven) enter('prove', options);
  const { signal, onEvent } = options;
  const observed = { ...(signal && { signal }), ...(onEvent && { onEvent }) };
  const tried = await tryPlan(bare, ground, {
    driver,
    inspect: context.inspect,
    scratch: context.scratch,
    prove: isProven,
    seeds: seeds.length > 0 ? wanted : [],
    ...observed,
  });
  const whole = withSeeds(withHarm(bare, tried.harm ?? []), seeds, driver);
  const plan = tried.proof ? withProof(whole, tried.proof) : whole;
  if (options.checkData) enter('check-data', options);
  const data = options.checkData && (await checkData(plan, difference, { ...context, ...observed }));
  const { unmanaged } = inspection;
  const refusal = await foreseeRefusal(plan, { driver, connection }, 'plan');
  return {
    ...{ difference, seeds, plan, unmanaged, flaws: tried.flaws },
    ...(data && { data }),
    ...(refusal && { refusal }),
  };
}

function readingOf({ goal, inspection }: Ground, { driver, options, schemas }: ProposalContext): PlanReading {
  const { catalogue, kept } = inspection;
  const ground = new Set([catalogue, goal.catalogue].flatMap((state) => groundOfKept(state, kept, driver)));
  return {
    exclude: options.exclude ?? [],
    with: options.with ?? [],
    ...(schemas && { schemas }),
    claimed: [
      ...new Set(
        [...ground, ...[...goal.catalogue].filter((object) => leftAlone(object, driver) !== undefined)].map(
          (object) => object.address,
        ),
      ),
    ],
  };
}

/** The state of a plan as a goal: what is known of it was read from a database. */
export function goalOf(
  origin: string,
  catalogue: Catalogue,
  { renames, seeds = [] }: { readonly renames: readonly RenameHint[]; readonly seeds?: Compiled['seeds'] },
  { server }: Pick<Connection, 'server'>,
): Compiled {
  const nothing = { kept: emptyCatalogue, unmanaged: [], warnings: [] };
  return { origin, catalogue, ...nothing, server, renames, seeds, normalisedBy: 'snapshot' };
}

/** How another plan asks for what a plan was asked for. */
export function askedLike(
  plan: Plan,
  { online = onlineAgain(plan), prove, signal, onEvent }: ApplyRequest & Pick<PlanRequest, 'online'>,
) {
  const { exclude, with: parts, schemas } = plan.reading;
  const options = {
    exclude,
    with: parts,
    online,
    ...(prove !== undefined && { prove }),
    ...(signal && { signal }),
    ...(onEvent && { onEvent }),
  };
  return { options, ...(schemas && { schemas }) };
}
