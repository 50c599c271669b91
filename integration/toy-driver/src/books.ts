import type { Cursor } from './cursor.js';
import type { Book } from './world.js';

type Books = Map<string, Book>;
type Rows = readonly Readonly<Record<string, unknown>>[];

/** The little that schema-sync needs to keep its journal: tables with a key, rows put in, changed and read back. */
export function interpretBooks(cursor: Cursor, books: Books): Rows | undefined {
  if (cursor.takes('SHOW BOOK')) {
    const name = String(cursor.value());
    return books.has(name) ? [{ name }] : [];
  }
  if (cursor.takes('CREATE TABLE IF NOT EXISTS')) return create(cursor, books);
  if (cursor.takes('INSERT INTO')) return insert(cursor, bookOf(cursor, books));
  if (cursor.takes('UPDATE')) return update(cursor, bookOf(cursor, books));
  return cursor.takes('SELECT') ? select(cursor, books) : undefined;
}

function bookOf(cursor: Cursor, books: Books): Book {
  const name = cursor.name();
  const book = books.get(name);
  if (!book) throw new Error(`no table ${name}`);
  return book;
}

function create(cursor: Cursor, books: Books): Rows {
  const name = cursor.name();
  const columns: string[] = [];
  const key: string[] = [];
  cursor.inBrackets(() => {
    if (cursor.takes('PRIMARY KEY')) key.push(...cursor.inBrackets(() => cursor.name()));
    else {
      columns.push(cursor.name());
      cursor.name();
    }
  });
  cursor.end();
  if (!books.has(name)) books.set(name, { columns, key, rows: [] });
  return [];
}

function insert(cursor: Cursor, book: Book): Rows {
  const columns = cursor.inBrackets(() => cursor.name());
  cursor.expect('VALUES');
  const values = cursor.inBrackets(() => cursor.value());
  cursor.end();
  book.rows.push(new Map(columns.map((column, i) => [column, values[i]])));
  return [];
}

function update(cursor: Cursor, book: Book): Rows {
  cursor.expect('SET');
  const values = cursor.list(() => assignment(cursor));
  const matches = condition(cursor, book, book.key.length);
  for (const row of book.rows.filter(matches)) for (const [column, value] of values) row.set(column, value);
  return [];
}

function select(cursor: Cursor, books: Books): Rows {
  const columns = cursor.list(() => cursor.name());
  cursor.expect('FROM');
  const book = bookOf(cursor, books);
  const matches = condition(cursor, book);
  return book.rows
    .filter(matches)
    .map((row) => Object.fromEntries(columns.map((column) => [column, row.get(column) ?? null])));
}

function assignment(cursor: Cursor): readonly [string, unknown] {
  const column = cursor.name();
  cursor.expect('=');
  return [column, cursor.value()];
}

function comparison(cursor: Cursor): readonly [string, readonly unknown[]] {
  const column = cursor.name();
  if (cursor.takes('IN')) return [column, cursor.inBrackets(() => cursor.value())];
  cursor.expect('=');
  return [column, [cursor.value()]];
}

/** Rows are found by their keys and by nothing else, as in engines that spread them over many machines. */
function condition(cursor: Cursor, { key }: Book, atLeast = 0): (row: ReadonlyMap<string, unknown>) => boolean {
  const wanted: (readonly [string, readonly unknown[]])[] = [];
  if (cursor.takes('WHERE')) {
    do wanted.push(comparison(cursor));
    while (cursor.takes('AND'));
  }
  cursor.end();
  const isKey = wanted.every(([column], i) => column === key[i]);
  if (!isKey || wanted.length < atLeast) throw new Error(`rows are found by ${key.join(', ')}, in this order`);
  return (row) => wanted.every(([column, values]) => values.includes(row.get(column)));
}
