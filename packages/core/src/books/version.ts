import type { Committed, Connection, Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Statement } from '../contract/statement.js';
import { SyncError } from '../errors.js';
import { type Book, createBook, insertRow, updateRow } from './book.js';

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
  access: 'read' | 'write' = 'read',
): Promise<boolean> {
  const [found] = await session.query<Granting>(dialect.bookkeeping.exists(book.table));
  const grant = access === 'write' ? found?.toWrite : found?.toRead;
  if (typeof grant !== 'string') return found !== undefined;
  throw new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'journal.read',
    message: `this role may not ${access} ${book.table}, a table in which schema-sync keeps what it did here`,
    hint: `Whoever owns it can grant that: ${grant}`,
  });
}

interface Granting {
  readonly toRead?: string | null;
  readonly toWrite?: string | null;
}

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

/** Makes a table where it is missing, and gives an older one the columns that came later. Gives what is known of the change, where there was one. */
export async function openBook<C extends string>(
  connection: Connection,
  book: Book<C>,
  dialect: Dialect,
): Promise<Committed> {
  const isThere = await hasBook(connection, book, dialect, 'write');
  const noted = await notedVersion(connection, book, dialect);
  const version = isThere ? await bookVersion(connection, book, dialect) : 0;
  if (isThere && version === book.version) return {};
  const { quote, bookkeeping } = dialect;
  const shape: readonly Statement[] = isThere
    ? addedSince(book, version).map((name) => ({
        text: `ALTER TABLE ${quote(book.table)} ADD ${quote(name)} ${bookkeeping.types[book.columns[name]]}`,
      }))
    : [createBook(book, dialect)];
  const note =
    noted === undefined
      ? insertRow(versions, { book: book.table, version: book.version }, dialect)
      : updateRow(versions, { book: book.table }, { version: book.version }, dialect);
  const all = [createBook(versions, dialect), ...shape, note];
  try {
    if (connection.atomically) return await connection.atomically(all);
    for (const statement of all) await connection.execute(statement);
  } catch (error) {
    // Not every writer of every table holds a lock: another one may have been first.
    if ((await notedVersion(connection, book, dialect)) !== book.version) throw error;
  }
  return {};
}

function addedSince<C extends string>(book: Book<C>, version: number): readonly C[] {
  return (Object.keys(book.columns) as C[]).filter((name) => (book.since?.[name] ?? 0) > version);
}
