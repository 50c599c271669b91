import type { Connection } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import type { ProgressEvent } from '../contract/progress.js';
import type { Batch, Step } from '../contract/step.js';
import { kindOf } from '../diff/kinds.js';
import { asSyncError, isSyncError, SyncError } from '../errors.js';
import { check } from '../inspect/check.js';
import type { Inspector } from '../inspect/inspect.js';
import { shownName } from '../inspect/shown-name.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue, unite } from '../model/catalogue.js';
import { serverName } from '../model/server-name.js';
import { foldBatches } from '../plan/batch.js';
import { creationNodes } from '../plan/plan.js';
import type { Plan, PlanState, Proof } from '../plan/plan-format.js';
import { relationsOf } from '../plan/seed-order.js';
import { tableKey } from '../plan/seed-table.js';
import { driftText } from './drift-text.js';
import { type Ends, excerpt, wholeUpTo } from './excerpt.js';
import { execute } from './execute.js';
import { type SeedProof, trySeeds } from './prove-seeds.js';
import { refutes, refutesBase, unbuildable } from './unbuildable.js';
import { driftFrom, inspectOptions } from './verify.js';

/** What proving a plan needs. */
export interface ProofContext {
  readonly driver: Driver;
  readonly inspect: Inspector;
  /** The states that the plan leads from and to, with what is left alone beside them. */
  readonly ends: Ends;
  /** Whether the target holds things of which nothing is known: what is managed may stand on them. */
  readonly partial: boolean;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
  /** The seed rows of the desired state, all of them: scratch has none. */
  readonly seeds?: readonly Seed[];
  /** Whether to look for what does not hold: nobody has yet, or what is left alone was not there. */
  readonly check: boolean;
  readonly signal?: AbortSignal;
  /** Told how many of the statements were tried, in all rounds. */
  readonly onEvent?: (event: ProgressEvent) => void;
}

/** What a proof came to, and what was found not to hold at its ends where that was asked for: with what is left alone, and only if it arrived. */
export interface Proven {
  readonly proof: Proof;
  readonly flaws?: { readonly base: readonly Flaw[]; readonly goal: readonly Flaw[] };
}

/**
 * Tries a plan in a scratch database: builds the base, goes up, inspects, goes down, inspects. A plan that does not arrive is not handed out. Of a large base it builds
 * what the plan has to do with, and of what is left alone what can be built.
 */
export async function prove(plan: Plan, context: ProofContext): Promise<Proven> {
  const { driver, seeds = [], signal } = context;
  const isWhole = context.ends.base.size <= wholeUpTo;
  const ends = isWhole ? context.ends : excerpt(context.ends, plan, driver, seeded(seeds, context));
  const first = await attempt(plan, ends, context);
  if (!('unbuilt' in first)) return first;
  await using scratch = await context.scratch();
  const lost = withWhatItLiesIn(await unbuildable(ends.base, { scratch, driver, signal }), ends.base, plan);
  const concerned = excerpt(context.ends, plan, driver, seeded(seeds, context));
  const isMissed = (address: Address) =>
    (concerned.base.has(address) || concerned.goal.has(address)) &&
    [plan.base, plan.goal].some(
      ({ objects, kept = {} }) => Object.hasOwn(objects, address) || Object.hasOwn(kept, address),
    );
  const missed = [...lost].find(([address]) => isMissed(address));
  if (lost.size > 0 && !missed) {
    const without = (state: Catalogue) => createCatalogue([...state].filter(({ address }) => !lost.has(address)));
    const second = await attempt(plan, { base: without(ends.base), goal: without(ends.goal) }, context);
    if (!('unbuilt' in second)) return second;
  }
  const isOthers = [...lost.keys()].some((address) => !Object.hasOwn(plan.base.objects, address));
  if (!isOthers && !context.partial) throw first.unbuilt;
  const reason = missed
    ? `${titleOf(missed[0], ends.base, driver)} cannot be built in scratch, and the plan has to do with it (${missed[1].message})`
    : `what is left alone cannot be built in scratch (${first.unbuilt.message})`;
  return { proof: { up: false, down: false, server: serverName(scratch.server), reason } };
}

/** Without an owner or a comment that cannot be had in scratch, what that is of is not what it was: it is left out as a whole, with what stands on it. */
function withWhatItLiesIn(
  lost: ReadonlyMap<Address, SyncError>,
  base: Catalogue,
  plan: Plan,
): ReadonlyMap<Address, SyncError> {
  const whole = new Map(lost);
  // A map that grows while it is walked yields what was added, too.
  for (const [address, error] of whole) {
    // What is left alone is left out by itself.
    const parent = Object.hasOwn(plan.base.objects, address) ? base.get(address)?.parent : undefined;
    const around = [...base.children(address), ...base.dependents(address)].map((object) => object.address);
    for (const each of parent === undefined ? around : [parent, ...around])
      if (!whole.has(each)) whole.set(each, error);
  }
  return whole;
}

function titleOf(address: Address, state: Catalogue, driver: Driver): string {
  const object = state.get(address);
  return object ? `${kindOf(driver, object.kind).title ?? object.kind} ${shownName(object, driver)}` : address;
}

async function attempt(
  plan: Plan,
  { base, goal }: Ends,
  context: ProofContext,
): Promise<Proven | { readonly unbuilt: SyncError }> {
  const { driver, inspect, signal, seeds = [] } = context;
  await using scratch = await context.scratch();
  const whole = base.size === context.ends.base.size;
  const states = whole ? plan : { base: partOf(plan.base, base), goal: partOf(plan.goal, goal) };
  const arrive = async (state: PlanState, way: string) => {
    const options = { ...inspectOptions(plan.reading), ...(signal && { signal }) };
    const inspection = await inspect(scratch, driver, options);
    const drift = driftFrom(state, inspection, plan, driver);
    if (!drift) return unite(inspection.catalogue, inspection.kept);
    const changes = way === 'the way up' ? plan.inverse : plan.changes;
    throw notProven(
      `${way} ends in another state:${driftText(drift, { driver, server: scratch.server, inspection, changes })}`,
    );
  };
  const building = foldBatches(creationNodes(base, driver, scratch.server), driver, scratch.server);
  const count = counter([building, plan.up, plan.down, ...(seeds.length > 0 ? [plan.up] : [])], context);
  const travel = async (batches: readonly Batch[], { way, against, told }: Travel) => {
    let current: Step | undefined;
    try {
      for (const batch of batches) {
        await execute(scratch, batch, signal, (step) => {
          current = step;
          count();
        });
      }
    } catch (thrown) {
      const cause = asSyncError(thrown, 'prove');
      throw against.has(cause.code)
        ? notProven(`${way} fails: ${cause.message}`, { cause, ...told(cause, current) })
        : cause;
    }
  };
  try {
    await travel(building, theBase);
    await arrive(states.base, 'building the base');
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'PROOF_FAILED') throw error;
    return { unbuilt: error };
  }
  await travel(plan.up, along('the way up'));
  const above = await arrive(states.goal, 'the way up');
  const atGoal = context.check ? await check(scratch, driver, above, signal) : [];
  const returns = plan.lasting === undefined;
  if (returns) await travel(plan.down, along('the way down'));
  const below = returns ? await arrive(states.base, 'the way down') : above;
  const part = !whole && { part: { objects: base.size, of: context.ends.base.size } };
  const atBase = returns && atGoal.length > 0 ? await check(scratch, driver, below, signal) : [];
  const flaws = atGoal.length > 0 && { flaws: { goal: atGoal, base: atBase } };
  const proof = { up: true, down: returns, server: serverName(scratch.server), ...part };
  if (seeds.length === 0) return { proof, ...flaws };
  if (returns) await travel(plan.up, along('the way up again'));
  return { proof: { ...proof, seeds: await proveSeeds(seeds, goal, { ...context, scratch }) }, ...flaws };
}

/** Tells of each statement which of all it is. */
function counter(ways: readonly (readonly Batch[])[], { onEvent }: ProofContext): () => void {
  const steps = ways.flat().flatMap((batch) => batch.steps);
  const total = steps.reduce((sum, step) => sum + step.sql.length, 0);
  let done = 0;
  return () => onEvent?.({ type: 'progress', done: done++, total });
}

function seeded(seeds: readonly Seed[], { ends, driver }: ProofContext): readonly Address[] {
  if (seeds.length === 0) return [];
  const relations = relationsOf(ends.goal, driver);
  return seeds.flatMap((seed) => relations.get(tableKey(seed, driver.dialect))?.address ?? []);
}

async function proveSeeds(
  seeds: readonly Seed[],
  goal: Catalogue,
  { scratch, driver, signal }: Omit<ProofContext, 'scratch'> & { readonly scratch: Connection },
): Promise<SeedProof> {
  try {
    const proof = await trySeeds(seeds, { scratch, driver, goal, signal });
    if (typeof proof === 'string') throw notProven(proof, { hint: hints.unheld });
    return proof;
  } catch (thrown) {
    const cause = asSyncError(thrown, 'prove');
    throw refutes.has(cause.code) ? notProven(`writing the seed rows fails: ${cause.message}`, { cause }) : cause;
  }
}

/** What a state says of a part of it. */
function partOf(state: PlanState, part: Catalogue): PlanState {
  const isManaged = (address: Address) => Object.hasOwn(state.objects, address);
  const within = <T>(hashes: Readonly<Record<Address, T>>): Record<Address, T> =>
    Object.fromEntries(Object.entries(hashes).filter(([address]) => part.has(address as Address)));
  return {
    root: createCatalogue([...part].filter(({ address }) => isManaged(address))).root,
    objects: within(state.objects),
    ...(state.kept && { kept: within(state.kept) }),
  };
}

const hints = {
  unbuilt:
    'Nothing was touched. The database holds what an empty one does not take: an extension may be missing, or it is broken. Mend it, or `--exclude` it. `--no-prove` plans without trying.',
  refused:
    'Nothing was touched. The server would have refused the same of the target: mend what it names. If nothing is wrong with that, please report it with the two schemas. `--no-prove` plans without trying.',
  unheld:
    'Nothing was touched. Write into the seed what its columns hold of it: a number with the digits that its type has, a moment with its fraction, a text as its type cuts it or fills it up.',
  astray:
    'Nothing was touched. This is a defect in the driver or a state that no database can have: please report it with the two schemas. `--no-prove` plans without trying.',
} as const;

/** A way that is tried. */
interface Travel {
  readonly way: string;
  /** What speaks against it. */
  readonly against: ReadonlySet<string>;
  told(cause: SyncError, step: Step | undefined): Told;
}

/** What is told of a proof that failed. */
interface Told {
  readonly hint?: string;
  readonly step?: string;
}

/** Its steps are those of no plan, and so have no number that anybody knows. */
const theBase: Travel = {
  way: 'building the base',
  against: refutesBase,
  told: ({ hint = hints.unbuilt }, step) => ({ hint, ...(step && { step: `(${step.summary})` }) }),
};

/** A way of the plan. What the server advises is about it, and not about what to do with the plan. */
function along(way: string): Travel {
  return {
    way,
    against: refutes,
    told: ({ hint }, step) => ({
      hint: hint === undefined ? hints.refused : `${hints.refused} The server’s part of it: ${hint}`,
      ...(step && { step: `${step.number} (${step.summary})` }),
    }),
  };
}

function notProven(
  message: string,
  { cause, hint = cause?.hint ?? hints.astray, step }: Told & { readonly cause?: SyncError } = {},
): SyncError {
  return new SyncError({
    code: 'PROOF_FAILED',
    op: 'prove',
    message: `the plan does not hold in a scratch database: ${message}`,
    hint,
    ...(step !== undefined && { step }),
    ...(cause !== undefined && { cause }),
    ...(cause?.details && { details: cause.details }),
  });
}
