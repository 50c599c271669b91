import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Batch, Step } from '../contract/step.js';
import { isSyncError, SyncError } from '../errors.js';
import type { Inspector } from '../inspect/inspect.js';
import { type Catalogue, createCatalogue, unite } from '../model/catalogue.js';
import { foldBatches } from '../plan/batch.js';
import { creationNodes } from '../plan/plan.js';
import type { Plan } from '../plan/plan-format.js';
import { excerpt, wholeUpTo } from './excerpt.js';
import { execute } from './execute.js';
import type { StoppedRun } from './journal.js';
import { refutesBase } from './unbuildable.js';
import { inspectOptions } from './verify.js';

/** What a stopped run began from, and how far its journal says that it came. */
export interface Begun {
  readonly base: Catalogue;
  /** The steps that held for certain, and all that had begun. */
  readonly held: ReadonlySet<number>;
  readonly begun: ReadonlySet<number>;
}

/** What playing a stopped run takes. */
export interface PlayContext extends Begun {
  readonly driver: Driver;
  readonly inspect: Inspector;
  /** Where the plan leads to. */
  readonly goal: Catalogue;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
  readonly signal?: AbortSignal;
}

/**
 * How a database can read where a run was stopped: after what ran for certain, and then with each piece of what may have run beside it. Of a large base only the part
 * is built that the plan has to do with; the rest is as it was.
 */
export async function playStopped(
  stopped: StoppedRun,
  kept: Catalogue,
  context: PlayContext,
): Promise<readonly Catalogue[]> {
  const { plan } = stopped;
  const { driver, inspect, base, goal, signal } = context;
  const whole = { base: unite(base, kept), goal: unite(goal, kept) };
  const built = whole.base.size <= wholeUpTo ? whole.base : excerpt(whole, plan, driver).base;
  const elsewhere = [...base].filter(({ address }) => !built.has(address));
  const isElsewhere = new Set(elsewhere.map(({ address }) => address));
  await using scratch = await openFor(stopped, context);
  const states: Catalogue[] = [];
  try {
    for (const batch of foldBatches(creationNodes(built, driver, scratch.server), driver, scratch.server))
      await execute(scratch, batch, signal);
    for (const stage of stagesOf(plan, context)) {
      for (const batch of stage) await execute(scratch, batch, signal);
      const options = { ...inspectOptions(plan.reading), ...(signal && { signal }) };
      const { catalogue } = await inspect(scratch, driver, options);
      states.push(
        createCatalogue([...elsewhere, ...[...catalogue].filter(({ address }) => !isElsewhere.has(address))]),
      );
    }
  } catch (error) {
    if (!isSyncError(error) || !refutesBase.has(error.code)) throw error;
    // What the open step is refused of leaves what is known without it.
    if (states.length > 0) return states;
    throw cannotTell(stopped, 'cannot be built in scratch to be compared', error);
  }
  return states;
}

async function openFor(stopped: StoppedRun, { scratch }: PlayContext): Promise<Connection> {
  try {
    return await scratch();
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'SCRATCH_UNAVAILABLE') throw error;
    throw cannotTell(stopped, 'can only be told by playing it in a scratch database, and there is none', error);
  }
}

/** What ran for certain, and then what may have run beside it, a piece at a time. */
function stagesOf({ up }: Plan, { held, begun }: Begun): readonly (readonly Batch[])[] {
  const those = (isMeant: (step: Step) => boolean) =>
    up.flatMap((batch): readonly Batch[] => {
      // Scratch has no rows, and those of seeds make no difference to how it reads.
      if (batch.seeds) return [];
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

function cannotTell({ record }: StoppedRun, why: string, cause: SyncError): SyncError {
  const ways = [goOn, ...(cause.code === 'SCRATCH_UNAVAILABLE' && cause.hint !== undefined ? [cause.hint] : [])];
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'apply',
    message: `run ${record.run.slice(0, 8)} of this plan was stopped, and what it left ${why}: ${cause.message}`,
    hint: ways.join(' '),
    details: { run: record.run },
    cause,
  });
}

const goOn =
  'Nothing was touched. To go on from what is there, whatever it is: schema-sync sync, to the state that you want, which shows what is left to do.';
