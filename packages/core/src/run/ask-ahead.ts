import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { asSyncError, SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import { executeChecked } from './execute.js';
import { journalLacks } from './journal.js';

/** What asking takes. */
export interface AskingContext {
  readonly driver: Driver;
  readonly connection: Connection;
}

type Way = 'up' | 'down';

interface Lack {
  readonly lack: string;
  readonly remedy: string;
}

/** What stops a run whatever it has done by then stops it before it does anything: batches that the connection cannot run, rights that are missing, checks that need no step. */
export async function askAhead(plan: Plan, way: Way, context: AskingContext, op: string): Promise<void> {
  const { connection, driver } = context;
  for (const batch of plan[way]) {
    const refusal = connection.refuses?.(batch);
    const [step] = batch.steps;
    if (!refusal || !step) continue;
    const { message, hint } = refusal;
    throw new SyncError({
      code: 'UNSUPPORTED',
      op,
      step: `${step.number} (${step.summary})`,
      message: `step ${step.number} (${step.summary}) cannot be run: ${message}. Nothing was touched`,
      hint,
    });
  }
  await requireRights(plan, way, { connection, driver }, op);
  for (const { steps } of plan[way]) {
    for (const statement of steps.flatMap((step) => step.sql)) {
      if (statement.check?.ahead) await executeChecked(connection, statement, op, { patient: true });
    }
  }
}

/** Why a run would be refused, where it would; for a plan that is only shown. */
export async function foreseeRefusal(plan: Plan, context: AskingContext, op: string): Promise<SyncError | undefined> {
  if (context.connection.missing) return undefined;
  try {
    await askAhead(plan, 'up', context, op);
    return undefined;
  } catch (thrown) {
    const error = asSyncError(thrown, op);
    if (cannotGoOn.has(error.code)) throw error;
    return error;
  }
}

/** What ends whatever is under way, and says nothing of a plan. */
export const cannotGoOn: ReadonlySet<SyncError['code']> = new Set(['CANCELLED', 'TERMINATED', 'CONNECTION_LOST']);

/** What another change does on its way has no step of its own, and takes no right. */
async function requireRights(plan: Plan, way: Way, { connection, driver }: AskingContext, op: string): Promise<void> {
  const stepped = new Set(plan[way].flatMap(({ steps }) => steps.map(({ change }) => change)));
  const changes = (way === 'up' ? plan.changes : plan.inverse).filter(({ id }) => stepped.has(id));
  const query = driver.dialect.missingRights?.(changes);
  const ofSteps = plan[way].flatMap(({ steps }) => steps.flatMap(({ rights }) => (rights ? [rights] : [])));
  const found: (readonly Lack[])[] = [];
  for (const each of query ? [query, ...ofSteps] : ofSteps) found.push(await connection.query<Lack>(each));
  const lacks = [
    ...found.flat(),
    ...(plan[way].length > 0 ? await journalLacks<Lack>(connection, driver.dialect) : []),
  ];
  if (lacks.length === 0) return;
  const remedies = [...new Set(lacks.map(({ remedy }) => remedy))];
  throw new SyncError({
    code: 'PERMISSION_DENIED',
    op,
    message: ['the role lacks rights that the plan takes:', ...lacks.map(({ lack }) => `  ${lack}`)].join('\n'),
    hint: `Nothing was touched. To let it: ${remedies.join('; ')}.`,
    details: { lacks: lacks.map(({ lack, remedy }) => ({ lack, remedy })) },
  });
}
