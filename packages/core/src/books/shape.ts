import type { Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import { isSyncError, SyncError } from '../errors.js';
import type { Book } from './book.js';

/** No row meets it. */
export const noRow = 'WHERE 1 = 0';

/** Throws JOURNAL_CORRUPT where a table of ours that is there lacks a column that this version of it has: it was edited, or is somebody else's. */
export async function requireShape<C extends string>(
  session: Session,
  book: Book<C>,
  version: number,
  { quote, bookkeeping }: Dialect,
): Promise<void> {
  const columns = (Object.keys(book.columns) as C[]).filter((name) => (book.since?.[name] ?? 0) <= version);
  const list = columns.map((name) => quote(name)).join(', ');
  try {
    await session.query({ text: `SELECT ${list} FROM ${quote(book.table)} ${bookkeeping.probe ?? noRow}` });
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'STATEMENT_FAILED') throw error;
    throw new SyncError({
      code: 'JOURNAL_CORRUPT',
      op: 'journal.read',
      message: `the table ${book.table} is not as schema-sync made it: ${error.message}`,
      hint: 'Nothing was touched. Somebody edited the table, or made one of this name: put it back from a backup, or rename it, and the next run makes a new one that knows nothing of earlier runs.',
      cause: error,
    });
  }
}
