import type { Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Book, BookRow } from './book.js';
import { bookVersion, hasBook } from './version.js';

/** All rows in which the given columns, with which the key begins, have the given values: not every engine finds rows by anything else. None where the table is not there. Columns that an older table lacks read as NULL. */
export async function readRows<C extends string>(
  session: Session,
  book: Book<C>,
  where: BookRow<C>,
  dialect: Dialect,
  columns: readonly C[] = Object.keys(book.columns) as C[],
): Promise<readonly Readonly<Record<C, string | number | null>>[]> {
  if (!(await hasBook(session, book, dialect))) return [];
  const version = await bookVersion(session, book, dialect);
  const isThere = (name: C) => (book.since?.[name] ?? 0) <= version;
  const names = Object.keys(where) as C[];
  const conditions = names.map((name, i) => `${dialect.quote(name)} = ${dialect.bookkeeping.placeholder(i + 1)}`);
  const list = columns.filter(isThere).map((name) => dialect.quote(name));
  const rows = await session.query<Readonly<Record<C, string | number | null>>>({
    text: `SELECT ${list.join(', ')} FROM ${dialect.quote(book.table)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`,
    params: names.map((name) => where[name] ?? null),
  });
  const missing = Object.fromEntries(columns.filter((name) => !isThere(name)).map((name) => [name, null]));
  return rows.map((row) => ({ ...missing, ...row }));
}
