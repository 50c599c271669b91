import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { ProgressEvent } from '../contract/progress.js';
import type { RowConflict } from '../contract/row-conflict.js';
import type { Difference } from '../diff/difference.js';
import { asSyncError, SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { counted } from '../model/counted.js';
import { grouped } from '../model/grouped.js';
import type { Plan } from '../plan/plan-format.js';
import { addressKey, tableKey } from '../plan/seed-table.js';
import { cannotGoOn } from './ask-ahead.js';
import { askRows, type ConflictingRows, changeAt, conflictLine, conflictsOf, remedyText } from './row-conflicts.js';

/** Where a step stands in a plan. */
interface StepPlace {
  readonly step: number;
  readonly summary: string;
}

/** Rows of the target that a step fails on. */
export interface RowsInTheWay extends StepPlace, ConflictingRows {}

/** What the target was not able to tell. */
export interface UnaskedStep extends StepPlace {
  readonly table: string;
  readonly reason: string;
  readonly query: string;
}

/** What the rows of a target say to a plan. */
export interface DataCheck {
  /** How many questions were asked: several of a step that may fail in several ways. */
  readonly asked: number;
  readonly inTheWay: readonly RowsInTheWay[];
  readonly unasked: readonly UnaskedStep[];
}

/** What asking takes. */
export interface DataCheckContext {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: ProgressEvent) => void;
}

/** Asks the target how many rows stand in the way of each step that may fail on rows, before anything runs. Nothing but queries; each is cancelled with the signal. */
export async function checkData(plan: Plan, difference: Difference, context: DataCheckContext): Promise<DataCheck> {
  const { connection, signal, onEvent } = context;
  const questions = questionsOf(plan, difference, context);
  const inTheWay: RowsInTheWay[] = [];
  const unasked: UnaskedStep[] = [];
  for (const [done, { conflict, ...place }] of questions.entries()) {
    onEvent?.({ type: 'progress', done, total: questions.length });
    try {
      const rows = await askRows(conflict, connection, { patient: true, ...(signal && { signal }) });
      if (rows) inTheWay.push({ ...place, ...rows });
    } catch (thrown) {
      const error = asSyncError(thrown, 'check-data');
      if (cannotGoOn.has(error.code)) throw error;
      unasked.push({ ...place, table: conflict.table, reason: error.message, query: conflict.show });
    }
  }
  return { asked: questions.length, inTheWay, unasked };
}

function questionsOf(
  plan: Plan,
  { whole, origins }: Difference,
  { driver, connection: { server } }: DataCheckContext,
): readonly (StepPlace & { readonly conflict: RowConflict })[] {
  const change = changeAt(plan.changes);
  const filled = new Set(plan.seeds?.map((seed) => tableKey(seed, driver.dialect)));
  const context = {
    server,
    ...whole,
    origin: (address: Address) => origins.get(address) ?? address,
    change,
    fills: (address: Address) => filled.has(addressKey(address)),
  };
  const steps = grouped(
    plan.up.flatMap((batch) => batch.steps),
    (step) => step.change,
  );
  const questions = plan.changes.flatMap((each) => {
    const own = steps.get(each.id) ?? [];
    // What is taken down and built again fails where it is built.
    const usual = each.verb === 'replace' ? own.at(-1) : own[0];
    if (!usual) return [];
    return conflictsOf(each, driver, context).map((conflict) => {
      const step = own.find(({ summary }) => summary === conflict.step) ?? usual;
      return { step: step.number, summary: step.summary, conflict };
    });
  });
  return questions.toSorted((a, b) => a.step - b.step);
}

/** Refuses to run a plan that would fail on rows that are there, or of which nobody was able to ask whether it would. */
export function requireNoRows(data: DataCheck, op: string): void {
  const error = rowsInTheWay(data, op);
  if (error) throw error;
}

/** The error of rows in the way, where there are some or where the target was not able to tell. */
export function rowsInTheWay({ inTheWay, unasked }: DataCheck, op: string): SyncError | undefined {
  if (inTheWay.length === 0) return unasked.length === 0 ? undefined : notAsked(unasked, op);
  const steps = new Set(inTheWay.map(({ step }) => step));
  return new SyncError({
    code: 'CHECK_FAILED',
    op,
    message: [
      `rows stand in the way of ${counted(steps.size, 'step')}:`,
      ...inTheWay.map((rows) => `  step ${rows.step} (${rows.summary}): ${conflictLine(rows)}`),
    ].join('\n'),
    hint: `Nothing was changed. ${remedyText(inTheWay)}`,
    details: { conflicts: inTheWay },
  });
}

function notAsked(unasked: readonly UnaskedStep[], op: string): SyncError {
  return new SyncError({
    code: 'CHECK_FAILED',
    op,
    message: [
      'whether rows stand in the way could not be asked:',
      ...unasked.map(({ step, summary, table, reason }) => `  step ${step} (${summary}): table "${table}": ${reason}`),
    ].join('\n'),
    hint: 'Nothing was changed. Give the role the rights and the time to ask; or leave --check-data out, and the step fails where rows are in its way.',
    details: { unasked },
  });
}
