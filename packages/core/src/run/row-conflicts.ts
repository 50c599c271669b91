import type { RowConflict } from '../contract/row-conflict.js';
import type { Step } from '../contract/step.js';
import { kindOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import type { ExecutorContext } from './run.js';
import { inspectOptions } from './verify.js';

interface Found {
  readonly message: string;
  readonly rows: number;
  readonly first: readonly string[];
  readonly query: string;
}

/** An error of rows that do not fit what they should become, with the rows: which table and columns, how many, the first of them, and the query that shows them all. */
export async function withConflicts(
  error: SyncError,
  step: Step,
  plan: Plan,
  direction: 'up' | 'down',
  context: ExecutorContext,
): Promise<SyncError> {
  const conflicts = await conflictsOf(step, plan, direction, context);
  const found: Found[] = [];
  for (const conflict of conflicts) {
    const seen = await ask(conflict, context);
    if (seen) found.push(seen);
  }
  if (found.length === 0) return error;
  const lines = found.map(({ message, rows, first }) => {
    const names = [...first, ...(rows > first.length ? ['…'] : [])].join('; ');
    return `\n  ${message} (${names})`;
  });
  const queries = found.map(({ query }) => query).join('\n');
  return new SyncError({
    code: error.code,
    op: error.op,
    message: `${error.message}${lines.join('')}`,
    cause: error.cause,
    hint: `Mend these rows first; nothing of this batch was changed. They are shown by: ${queries}`,
    details: { ...error.details, conflicts: found },
  });
}

async function conflictsOf(
  step: Step,
  plan: Plan,
  direction: 'up' | 'down',
  { connection, driver, inspect }: ExecutorContext,
): Promise<readonly RowConflict[]> {
  const change = (direction === 'up' ? plan.changes : plan.inverse).find(({ id }) => id === step.change);
  const find = change && kindOf(driver, change.kind).conflicts;
  if (!change || !find) return [];
  const { catalogue: base } = await inspect(connection, driver, inspectOptions(plan.reading));
  const { id, kind, address } = change;
  const single = change.verb === 'replace' ? ({ id, kind, address, verb: 'create', to: change.to } as const) : change;
  return find(single, { server: connection.server, base });
}

/** What the database as it is cannot be asked is left out: a column that the same run was to make. */
async function ask(conflict: RowConflict, { connection }: ExecutorContext): Promise<Found | undefined> {
  try {
    const [counted] = await connection.query<{ readonly count: number }>(conflict.count);
    const rows = Number(counted?.count ?? 0);
    if (rows === 0) return undefined;
    const first = await connection.query<{ readonly row: string }>(conflict.first);
    return { message: conflict.tell(rows), rows, first: first.map(({ row }) => String(row)), query: conflict.show };
  } catch {
    return undefined;
  }
}
