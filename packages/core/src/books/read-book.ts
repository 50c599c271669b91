import type { Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import { isSyncError } from '../errors.js';
import type { Book, BookRow } from './book.js';
import { requireShape } from './shape.js';
import { bookVersion, hasBook } from './version.js';

/** All rows in which the given columns, with which the key begins, have the given values: not every engine finds rows by anything else. None where the table is not there. Columns that an older table lacks read as NULL. */
export function readRows<C extends string>(
  session: Session,
  book: Book<C>,
  where: BookRow<C>,
  dialect: Dialect,
  columns?: readonly C[],
): Promise<readonly Row<C>[]> {
  const names = Object.keys(where) as C[];
  const conditions = names.map((name, i) => `${dialect.quote(name)} = ${dialect.bookkeeping.placeholder(i + 1)}`);
  const params = names.map((name) => where[name] ?? null);
  return readWhere(session, book, { conditions, params }, dialect, columns);
}

/** All rows in which the first column of the key has one of these values; otherwise as `readRows`. */
export async function readRowsOf<C extends string>(
  session: Session,
  book: Book<C>,
  keys: readonly string[],
  dialect: Dialect,
  columns?: readonly C[],
): Promise<readonly Row<C>[]> {
  const [first] = book.key;
  if (first === undefined || keys.length === 0) return [];
  const marks = keys.map((_, i) => dialect.bookkeeping.placeholder(i + 1)).join(', ');
  const conditions = [`${dialect.quote(first)} IN (${marks})`];
  return readWhere(session, book, { conditions, params: keys }, dialect, columns);
}

type Row<C extends string> = Readonly<Record<C, string | number | null>>;

interface Where {
  readonly conditions: readonly string[];
  readonly params: readonly (string | number | null)[];
}

async function readWhere<C extends string>(
  session: Session,
  book: Book<C>,
  { conditions, params }: Where,
  dialect: Dialect,
  columns: readonly C[] = Object.keys(book.columns) as C[],
): Promise<readonly Row<C>[]> {
  if (!(await hasBook(session, book, dialect))) return [];
  const version = await bookVersion(session, book, dialect);
  const isThere = (name: C) => (book.since?.[name] ?? 0) <= version;
  const list = columns.filter(isThere).map((name) => dialect.quote(name));
  const condition = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const text = `SELECT ${list.join(', ')} FROM ${dialect.quote(book.table)}${condition}`;
  const rows = await session.query<Row<C>>({ text, params }).catch(async (error: unknown) => {
    if (isSyncError(error) && error.code === 'STATEMENT_FAILED') await requireShape(session, book, version, dialect);
    throw error;
  });
  const missing = Object.fromEntries(columns.filter((name) => !isThere(name)).map((name) => [name, null]));
  return rows.map((row) => ({ ...missing, ...row }));
}
