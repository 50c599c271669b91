import type { Connection, Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { isSyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import { partsOf } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';
import type { Layout } from './layout.js';
import { layouts } from './layouts.js';
import { readTable, type ToolContext } from './tool-table.js';

/** The bookkeeping table of another tool, and how far that tool brought the database. */
export interface ToolBook {
  readonly tool: string;
  readonly layout: string;
  /** The table, as it is there. */
  readonly table: string;
  /** How many migrations it holds as applied. */
  readonly applied: number;
  /** The newest of them; absent where it holds none. */
  readonly version?: string;
  /** Those that began and did not come to their end. */
  readonly failed: readonly string[];
}

/** What other migration tools keep in a database, as far as it is known how to read it. */
export async function findBooks(
  { catalogue, kept }: Pick<Inspection, 'catalogue' | 'kept'>,
  session: Connection,
  driver: Driver,
): Promise<readonly ToolBook[]> {
  const context = contextOf(driver, session);
  const found: ToolBook[] = [];
  for (const object of [...kept, ...catalogue]) {
    const layout = layoutOfTable(object, driver);
    if (!layout) continue;
    const { parts } = partsOf(object.address);
    const { schema: _, ...table } = layout.table;
    const place = parts.length > 1 ? { ...table, schema: parts[0] ?? '' } : table;
    const rows = await readBook(session, { ...layout, table: place }, context);
    const applied = layout.applied(rows, []);
    const version = applied.at(-1)?.id;
    found.push({
      tool: layout.tool,
      layout: layout.name,
      table: partsOf(object.address).parts.join('.'),
      applied: applied.length,
      ...(version !== undefined && { version }),
      failed: applied.flatMap(({ id, failed }) => (failed ? [id] : [])),
    });
  }
  return found;
}

/** What tables of tools are written for. */
export function contextOf({ dialect, schemaOf }: Driver, { scope }: Pick<Connection, 'scope'>): ToolContext {
  const { home } = dialect;
  return { dialect, hasSchemas: schemaOf !== undefined, ...(scope && home !== undefined && { within: home }) };
}

/** What a table of a tool holds; nothing where it is not there. */
export async function readBook(session: Session, layout: Layout, context: ToolContext) {
  try {
    return await readKnownBook(session, layout, context);
  } catch (error) {
    // Asked of the table itself: where a tool has put it, and who may read it, only that tells.
    if (isSyncError(error) && error.code === 'STATEMENT_FAILED') return [];
    throw error;
  }
}

/** The same of a table that has to be there: one that cannot be read is no empty one. */
export function readKnownBook(session: Session, { table, order }: Layout, context: ToolContext) {
  return readTable(session, table, Object.keys(table.columns), order, context);
}

/** The tool whose table this is, by its name and columns. */
function layoutOfTable(object: SchemaObject, driver: Pick<Driver, 'kinds'>): Layout | undefined {
  if (object.parent !== undefined) return undefined;
  const last = partsOf(object.address).parts.at(-1)?.toLowerCase();
  const named = layouts.filter(({ table }) => table.name === last);
  if (named.length === 0) return undefined;
  const [kind] = driver.kinds.filter((each) => each.kind === object.kind);
  const relation = kind?.relation?.(object);
  if (relation?.type !== 'table') return undefined;
  const columns = new Set(relation.columns.map(({ name }) => name.toLowerCase()));
  return named.find(
    ({ table, lacks = [] }) =>
      Object.keys(table.columns).every((name) => columns.has(name)) && lacks.every((name) => !columns.has(name)),
  );
}
