import type { Dialect } from '../contract/dialect.js';
import type { Statement } from '../contract/statement.js';

/** The type of a column in one of our own tables. */
export type BookColumn = 'key' | 'text' | 'integer';

/** One of the tables that schema-sync keeps in a target. Only text, integers and keys: every engine has those. */
export interface Book<C extends string> {
  readonly table: `_schema_sync_${string}`;
  readonly columns: Readonly<Record<C, BookColumn>>;
  readonly key: readonly C[];
  /** Which shape of the table this is; goes up with each change to it. */
  readonly version: number;
  /** Columns that the first shape did not have, and the version that brought them. */
  readonly since?: { readonly [name in C]?: number };
}

/** A row to write; what is undefined becomes NULL. */
export type BookRow<C extends string> = { readonly [name in C]?: string | number | null | undefined };

/** The statement that makes the table where it is not there yet. */
export function createBook<C extends string>(book: Book<C>, dialect: Dialect): Statement {
  const { types, storage } = dialect.bookkeeping;
  const columns = Object.entries<BookColumn>(book.columns).map(
    ([name, type]) => `  ${dialect.quote(name)} ${types[type]}`,
  );
  const key = book.key.map((name) => dialect.quote(name)).join(', ');
  return {
    text: `CREATE TABLE IF NOT EXISTS ${dialect.quote(book.table)} (\n${columns.join(',\n')},\n  PRIMARY KEY (${key})\n)${storage === undefined ? '' : ` ${storage}`}`,
  };
}

/** The statement that adds a row. */
export function insertRow<C extends string>(book: Book<C>, row: BookRow<C>, dialect: Dialect): Statement {
  return insertTogether(book, [row], dialect);
}

/** The statements that add rows, many with each. */
export function insertRows<C extends string>(
  book: Book<C>,
  rows: readonly BookRow<C>[],
  dialect: Dialect,
): readonly Statement[] {
  const size = dialect.bookkeeping.rowsTogether ?? togetherAtMost;
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, i) => insertTogether(book, rows.slice(i * size, (i + 1) * size), dialect));
}

/** Every engine takes this many rows of a book with one statement; some take no more than a few thousand values. */
const togetherAtMost = 200;

function insertTogether<C extends string>(book: Book<C>, rows: readonly BookRow<C>[], dialect: Dialect): Statement {
  const names = Object.keys(book.columns) as C[];
  const columns = names.map((name) => dialect.quote(name)).join(', ');
  const { placeholder } = dialect.bookkeeping;
  const marks = rows.map((_, at) => `(${names.map((__, i) => placeholder(at * names.length + i + 1)).join(', ')})`);
  return {
    text: `INSERT INTO ${dialect.quote(book.table)} (${columns}) VALUES ${marks.join(', ')}`,
    params: rows.flatMap((row) => names.map((name) => row[name] ?? null)),
  };
}

/** The statement that takes away all rows whose keys begin with these values. */
export function deleteRows<C extends string>(book: Book<C>, where: BookRow<C>, dialect: Dialect): Statement {
  const names = Object.keys(where) as C[];
  const { placeholder } = dialect.bookkeeping;
  const condition = names.map((name, i) => `${dialect.quote(name)} = ${placeholder(i + 1)}`).join(' AND ');
  return {
    text: `DELETE FROM ${dialect.quote(book.table)} WHERE ${condition}`,
    params: names.map((name) => where[name] ?? null),
  };
}

/** The statement that changes the row with this key. */
export function updateRow<C extends string>(
  book: Book<C>,
  key: BookRow<C>,
  set: BookRow<C>,
  dialect: Dialect,
): Statement {
  const names = Object.keys(set) as C[];
  const { placeholder } = dialect.bookkeeping;
  const assignments = names.map((name, i) => `${dialect.quote(name)} = ${placeholder(i + 1)}`).join(', ');
  const condition = book.key
    .map((name, i) => `${dialect.quote(name)} = ${placeholder(names.length + i + 1)}`)
    .join(' AND ');
  return {
    text: `UPDATE ${dialect.quote(book.table)} SET ${assignments} WHERE ${condition}`,
    params: [...names.map((name) => set[name] ?? null), ...book.key.map((name) => key[name] ?? null)],
  };
}
