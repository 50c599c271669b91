import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';

type Row = Seed['rows'][number];

/** The most rows, and the most values, that one query asks for. */
const most = { rows: 100, values: 10_000 };

/** Asks the server itself which rows are there: only it knows what it makes of `'1.0'` in a column of integers. */
export class RowQueries {
  constructor(
    private readonly seed: Seed,
    /** The names that the table and its columns have before the plan; a column that is not there yet has none. */
    private readonly before: { readonly table: string; column(name: string): string | undefined },
    private readonly driver: Driver,
  ) {}

  /** The positions of the rows that are there with all values of the columns that are there, or by their key alone. */
  async positions(session: Session, how: 'held' | 'keyed'): Promise<ReadonlySet<number>> {
    const { rows } = this.seed;
    const size = Math.max(1, Math.min(most.rows, Math.floor(most.values / columnsOf(this.seed).length)));
    const found = new Set<number>();
    for (let at = 0; at < rows.length; at += size) {
      const answer = await session.query<{ readonly position: unknown }>(
        this.query(rows.slice(at, at + size), at, how),
      );
      for (const { position } of answer) found.add(Number(position));
    }
    return found;
  }

  private query(rows: readonly Row[], from: number, how: 'held' | 'keyed'): Statement {
    const { quote, bookkeeping, identical = equals } = this.driver.dialect;
    const { before } = this;
    const { key } = this.seed;
    const params: Exclude<Row[string], undefined>[] = [];
    const bind = (value: Row[string]) => bookkeeping.placeholder(params.push(value ?? null));
    const matches = (row: Row) => {
      const names = how === 'keyed' ? [] : Object.keys(row).filter((name) => !key.includes(name));
      return [
        ...key.map((name) => equals(quote(before.column(name) ?? name), bind(row[name] ?? null))),
        ...names.flatMap((name) => {
          const column = before.column(name);
          const value = row[name] ?? null;
          if (column === undefined) return [];
          return [value === null ? `${quote(column)} IS NULL` : identical(quote(column), bind(value))];
        }),
      ].join(' AND ');
    };
    const parts = rows.map(
      (row, i) => `SELECT ${from + i} AS ${quote('position')} FROM ${quote(before.table)} WHERE ${matches(row)}`,
    );
    return { text: parts.join('\nUNION ALL '), params };
  }
}

function equals(column: string, value: string): string {
  return `${column} = ${value}`;
}

/** The columns that the rows of a seed name. */
export function columnsOf({ key, rows }: Seed): readonly string[] {
  return [...new Set([...key, ...rows.flatMap((row) => Object.keys(row))])];
}

/**
 * Checks that rows are what they were when the plan was made: those to add are not there, those to change are. A plan can be old, and a row that somebody wrote
 * since must not be overwritten by what was told as an addition.
 */
export function rowChecks(
  { table, key }: Seed,
  { added, changed }: { readonly added: readonly Row[]; readonly changed: readonly Row[] },
  driver: Driver,
): readonly Statement[] {
  const { quote } = driver.dialect;
  const hint = 'Somebody wrote to the table after the plan was made: plan again.';
  const gone = (rows: readonly Row[]): Statement => ({
    text: `SELECT n FROM (SELECT count(*) AS n FROM ${quote(table)} WHERE ${keysIn(key, rows, driver)}) AS held WHERE n <> ${rows.length}`,
    check: { message: `rows of ${table} that are to be changed are not there any more`, hint },
  });
  const there = (rows: readonly Row[]): Statement => ({
    text: `SELECT ${key.map(quote).join(', ')} FROM ${quote(table)} WHERE ${keysIn(key, rows, driver)}`,
    check: { message: `rows of ${table} that are to be added are there already`, hint },
  });
  return [...inParts(added).map(there), ...inParts(changed).map(gone)];
}

function keysIn(key: readonly string[], rows: readonly Row[], { dialect: { quote, literal } }: Driver): string {
  const [column] = key;
  if (key.length === 1 && column !== undefined) {
    return `${quote(column)} IN (${rows.map((row) => literal(row[column] ?? null)).join(', ')})`;
  }
  return rows
    .map((row) => `(${key.map((name) => equals(quote(name), literal(row[name] ?? null))).join(' AND ')})`)
    .join(' OR ');
}

function inParts(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / most.rows) }, (_, i) =>
    rows.slice(i * most.rows, (i + 1) * most.rows),
  );
}
