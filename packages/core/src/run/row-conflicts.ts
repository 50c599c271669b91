import type { Change } from '../contract/change.js';
import type { ExecuteOptions, Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { ConflictContext, RowConflict } from '../contract/row-conflict.js';
import type { Step } from '../contract/step.js';
import { kindOf } from '../diff/kinds.js';
import { isSyncError, SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { grouped } from '../model/grouped.js';
import type { Plan } from '../plan/plan-format.js';
import type { ExecutorContext } from './run.js';
import { inspectOptions } from './verify.js';

/** Rows that stand in the way of a step. */
export interface ConflictingRows {
  readonly table: string;
  readonly message: string;
  /** How many there are; absent where the server can only tell that there are some. */
  readonly rows?: number;
  /** The first few, as people would call them. */
  readonly first: readonly string[];
  /** The query that shows all of them. */
  readonly query: string;
  /** What to do about them, where that is something else than mending them. */
  readonly remedy?: string;
}

/** An error of rows that do not fit what they should become, with the rows: which table and columns, how many, the first of them, and the query that shows them all. */
export async function withConflicts(
  error: SyncError,
  step: Step,
  plan: Plan,
  direction: 'up' | 'down',
  context: ExecutorContext,
): Promise<SyncError> {
  const found: ConflictingRows[] = [];
  for (const conflict of await conflictsIn(step, plan, direction, context)) {
    // What the database as it is cannot be asked is left out: a column that the same run was to make.
    const rows = await askRows(conflict, context.connection).catch(() => undefined);
    if (rows) found.push(rows);
  }
  if (found.length === 0) return error;
  const lines = found.map((rows) => `\n  ${conflictLine(rows)}`);
  return new SyncError({
    code: error.code,
    op: error.op,
    message: `${error.message}${lines.join('')}`,
    cause: error.cause,
    hint: `Nothing of this batch was changed. ${remedyText(found)}`,
    details: { ...error.details, conflicts: found },
  });
}

/** What to do about rows, each remedy once, with the queries that show them. */
export function remedyText(found: readonly Pick<ConflictingRows, 'remedy' | 'query'>[]): string {
  const alike = grouped(found, ({ remedy = 'Mend these rows first' }) => remedy);
  return Array.from(
    alike,
    ([remedy, rows]) => `${remedy}; they are shown by: ${rows.map(({ query }) => query).join('\n')}`,
  ).join('\n');
}

/** `table "users", column "mail": 2 rows have no value (id 2; id 4)`. */
export function conflictLine({ message, rows = 0, first }: ConflictingRows): string {
  const names = [...first, ...(rows > first.length ? ['…'] : [])].join('; ');
  return names === '' ? message : `${message} (${names})`;
}

async function conflictsIn(
  step: Step,
  plan: Plan,
  direction: 'up' | 'down',
  { connection, driver, inspect }: ExecutorContext,
): Promise<readonly RowConflict[]> {
  const changes = direction === 'up' ? plan.changes : plan.inverse;
  const change = changes.find(({ id }) => id === step.change);
  if (!change || !kindOf(driver, change.kind).conflicts) return [];
  const { catalogue: base } = await inspect(connection, driver, inspectOptions(plan.reading));
  const origins = new Map<Address, Address>();
  for (const each of changes) if (each.verb === 'rename') origins.set(each.address, each.from.address);
  // What ran before this batch has happened.
  const origin = (address: Address) => {
    const before = origins.get(address) ?? address;
    return base.has(before) ? before : address;
  };
  return conflictsOf(change, driver, {
    server: connection.server,
    base,
    goal: afterwards(base, changes),
    origin,
    change: changeAt(changes),
    // They are written in steps of their own, which have run where there is something to ask.
    fills: () => false,
  });
}

/** What a database holds once changes are made to it. */
function afterwards(base: Catalogue, changes: readonly Change[]): Catalogue {
  const objects = new Map(Array.from(base, (object) => [object.address, object]));
  for (const change of changes) if (change.verb !== 'create') objects.delete(change.from.address);
  for (const change of changes) if (change.verb !== 'drop') objects.set(change.address, change.to);
  return createCatalogue(objects.values());
}

/** The change at each address of the goal, renames apart. */
export function changeAt(changes: readonly Change[]): ConflictContext['change'] {
  const byAddress = new Map<Address, Change>();
  for (const change of changes) if (change.verb !== 'rename') byAddress.set(change.address, change);
  return (address) => byAddress.get(address);
}

/** Where rows may stand in the way of one change. What is replaced is made anew. */
export function conflictsOf(change: Change, driver: Driver, context: ConflictContext): readonly RowConflict[] {
  const { id, kind, address } = change;
  const single = change.verb === 'replace' ? ({ id, kind, address, verb: 'create', to: change.to } as const) : change;
  return kindOf(driver, kind).conflicts?.(single, context) ?? [];
}

/** Asks a database for the rows; undefined where there are none. */
export async function askRows(
  conflict: RowConflict,
  session: Session,
  options: ExecuteOptions = {},
): Promise<ConflictingRows | undefined> {
  const { table, show: query, remedy } = conflict;
  const shown = { query, ...(remedy !== undefined && { remedy }) };
  try {
    const [counted] = await session.query<{ readonly count: number }>(conflict.count, options);
    const rows = Number(counted?.count ?? 0);
    if (rows === 0) return undefined;
    const first = await session.query<{ readonly row: string }>(conflict.first, options);
    return { table, message: conflict.tell(rows), rows, first: first.map(({ row }) => String(row)), ...shown };
  } catch (error) {
    if (!conflict.refused || !isSyncError(error) || error.code !== 'CHECK_FAILED') throw error;
    return { table, message: conflict.refused(error.message), first: [], ...shown };
  }
}
