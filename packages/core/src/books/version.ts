import type { Committed, Connection, ExecuteOptions, Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Statement } from '../contract/statement.js';
import { isSyncError, SyncError, throwIfAborted } from '../errors.js';
import { type Book, createBook, insertRow, updateRow } from './book.js';
import { noRow, requireShape } from './shape.js';

/** Which shape each of our tables has. This table's own shape never changes. */
const versions: Book<'book' | 'version'> = {
  table: '_schema_sync_books',
  columns: { book: 'key', version: 'integer' },
  key: ['book'],
  version: 1,
};

/** Whether the table is there. One that the role may not use is not taken for one that is not there. */
export async function hasBook(
  session: Session,
  book: Book<string>,
  dialect: Dialect,
  access: Access = 'read',
): Promise<boolean> {
  const [found] = await session.query<Granting>(dialect.bookkeeping.exists(book.table));
  const { lack, of, way } = accesses[access];
  const grant = found?.[of];
  if (typeof grant !== 'string') return found !== undefined;
  throw new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'journal.read',
    message: `this role may not ${lack} ${book.table}, a table in which schema-sync keeps what it did here`,
    hint: `${way(found?.owner ?? 'whoever owns it')}: ${grant}`,
  });
}

type Access = 'read' | 'write' | 'change';

interface Granting {
  readonly toRead?: string | null;
  readonly toWrite?: string | null;
  readonly toChange?: string | null;
  readonly owner?: string | null;
}

interface AccessTold {
  readonly lack: string;
  readonly of: 'toRead' | 'toWrite' | 'toChange';
  way(owner: string): string;
}

const accesses: Readonly<Record<Access, AccessTold>> = {
  read: {
    lack: 'read',
    of: 'toRead',
    way: (owner) => `To look at it (running plans takes INSERT, UPDATE and DELETE, too), to be run as ${owner}`,
  },
  write: { lack: 'write', of: 'toWrite', way: (owner) => `To let it, to be run as ${owner}` },
  change: {
    lack: 'give columns, which this version needs, to',
    of: 'toChange',
    way: (owner) =>
      `Nothing was touched. Whatever ${owner} runs with this version brings it up to date, for all roles. To let this role do so`,
  },
};

/** The version of a table that is there; 0 for one from before versions were noted. One that a newer release has changed is refused. */
export async function bookVersion(session: Session, book: Book<string>, dialect: Dialect): Promise<number> {
  const version = await notedVersion(session, book, dialect);
  if (version === undefined || version <= book.version) return version ?? 0;
  throw new SyncError({
    code: 'UNSUPPORTED',
    op: 'journal.read',
    message: `the table ${book.table} was written by a newer schema-sync: its version is ${version}, and this one knows ${book.version}`,
    hint: 'Use that release or a later one. Nothing was touched.',
  });
}

async function notedVersion(session: Session, book: Book<string>, dialect: Dialect): Promise<number | undefined> {
  if (!(await hasBook(session, versions, dialect))) return undefined;
  const { quote, bookkeeping } = dialect;
  const [row] = await session.query<{ readonly version: string | number }>({
    text: `SELECT ${quote('version')} FROM ${quote(versions.table)} WHERE ${quote('book')} = ${bookkeeping.placeholder(1)}`,
    params: [book.table],
  });
  return row && Number(row.version);
}

/** Which shape a table has, 0 for none that is noted, and whether it is there. What the role may not do of what writing it takes is refused by name. */
export async function openable(
  session: Session,
  book: Book<string>,
  dialect: Dialect,
): Promise<{ readonly isThere: boolean; readonly version: number }> {
  const isThere = await hasBook(session, book, dialect, 'write');
  const version = isThere ? await bookVersion(session, book, dialect) : 0;
  if (isThere && version === book.version) return { isThere, version };
  if (isThere) {
    await requireShape(session, book, version, dialect);
    await hasBook(session, book, dialect, 'change');
  }
  await hasBook(session, versions, dialect, 'write');
  return { isThere, version };
}

/** Makes a table where it is missing, and gives an older one the columns that came later. Gives what is known of the change, where there was one. */
export async function openBook<C extends string>(
  connection: Connection,
  book: Book<C>,
  dialect: Dialect,
  options: Pick<ExecuteOptions, 'signal'> = {},
): Promise<Committed> {
  const { isThere, version } = await openable(connection, book, dialect);
  if (isThere && version === book.version) return {};
  const noted = await notedVersion(connection, book, dialect);
  const { quote, bookkeeping } = dialect;
  const later = isThere ? await missingOf(connection, book, addedSince(book, version), dialect) : [];
  const shape: readonly Statement[] = isThere
    ? later.map((name) => ({
        text: `ALTER TABLE ${quote(book.table)} ADD ${quote(name)} ${bookkeeping.types[book.columns[name]]}`,
      }))
    : [createBook(book, dialect)];
  const note =
    noted === undefined
      ? insertRow(versions, { book: book.table, version: book.version }, dialect)
      : updateRow(versions, { book: book.table }, { version: book.version }, dialect);
  const all = [createBook(versions, dialect), ...shape, note];
  try {
    if (connection.atomically) return await connection.atomically(all, options);
    for (const statement of all) await connection.execute(statement, options);
  } catch (error) {
    throwIfAborted(options.signal, 'journal');
    // Not every writer of every table holds a lock: another one may have been first.
    if ((await notedVersion(connection, book, dialect)) !== book.version) throw error;
  }
  return {};
}

/** The statements that make these tables, where none of them is there and none is noted; undefined where that is not so. */
export async function makingBooks(
  session: Session,
  books: readonly Book<string>[],
  dialect: Dialect,
): Promise<readonly Statement[] | undefined> {
  for (const book of books) if ((await openable(session, book, dialect)).isThere) return undefined;
  for (const book of books) if ((await notedVersion(session, book, dialect)) !== undefined) return undefined;
  const made = books.flatMap((book) => [
    createBook(book, dialect),
    insertRow(versions, { book: book.table, version: book.version }, dialect),
  ]);
  return [createBook(versions, dialect), ...made];
}

/** Where each statement commits by itself, a process may have died between one that gave a column and the note of it: which are there, only the table tells. */
async function missingOf<C extends string>(
  connection: Connection,
  { table }: Book<C>,
  names: readonly C[],
  { quote, bookkeeping }: Dialect,
): Promise<readonly C[]> {
  if (connection.atomically) return names;
  const missing: C[] = [];
  for (const name of names) {
    try {
      await connection.query({ text: `SELECT ${quote(name)} FROM ${quote(table)} ${bookkeeping.probe ?? noRow}` });
    } catch (error) {
      if (!isSyncError(error) || error.code !== 'STATEMENT_FAILED') throw error;
      missing.push(name);
    }
  }
  return missing;
}

function addedSince<C extends string>(book: Book<C>, version: number): readonly C[] {
  return (Object.keys(book.columns) as C[]).filter((name) => (book.since?.[name] ?? 0) > version);
}
