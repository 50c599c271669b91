import type pg from 'pg';
import { byTable, type Column, columnsOf } from './facts.js';

const rowsEach = 3;

/**
 * Puts a few rows into every table that takes them. A value follows from its type and the number of its row, so that what refers to something finds it;
 * what a check or a trigger refuses stays out.
 */
export async function fillRows(client: pg.Client): Promise<void> {
  let open = [...byTable(await columnsOf(client))];
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    const left: typeof open = [];
    for (const entry of open) if (!(await fillTable(client, ...entry))) left.push(entry);
    open = left;
  }
}

async function fillTable(client: pg.Client, table: string, columns: readonly Column[]): Promise<boolean> {
  const given = columns.filter((column) => !column.generated);
  const needed = given.filter((column) => column.required && !column.filled);
  return (await insert(client, table, given)) || (await insert(client, table, needed));
}

async function insert(client: pg.Client, table: string, columns: readonly Column[]): Promise<boolean> {
  const into = `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) OVERRIDING USER VALUE`;
  const rows = Array.from(
    { length: rowsEach },
    (_, i) => `(${columns.map((column) => valueFor(column, i + 1)).join(', ')})`,
  );
  const text = columns.length === 0 ? `INSERT INTO ${table} DEFAULT VALUES` : `${into} VALUES ${rows.join(', ')}`;
  return client.query(text).then(
    () => true,
    () => false,
  );
}

function valueFor({ type, enum: label }: Column, row: number): string {
  if (label !== null) return `'${label}'`;
  if (type.endsWith('[]')) return "'{}'";
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return String(row);
  if (/^(text|character|name)/.test(type)) return `'v${row}'`;
  if (type.startsWith('json')) return `'{"row": ${row}}'`;
  if (type.startsWith('timestamp') || type === 'date') return `'2026-01-0${row}'`;
  if (type === 'interval') return `'${row} hours'`;
  if (type === 'boolean') return String(row % 2 === 0);
  if (type === 'uuid') return `'00000000-0000-4000-8000-00000000000${row}'`;
  if (type === 'bytea') return `'\\x0${row}'`;
  return 'NULL';
}

/** What every table holds, column by column. */
export type Holdings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Reads every value as text, the rows of a table in an order that does not depend on where they lie. */
export async function readHoldings(client: pg.Client): Promise<Holdings> {
  const held = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [table, columns] of byTable(await columnsOf(client))) {
    const list = columns.map(({ name }) => `${name}::text`).join(', ');
    const { rows } = await client.query<string[]>({
      text: `SELECT ${list || '1::text'} FROM ${table}`,
      rowMode: 'array',
    });
    held.set(table, new Map(columns.map(({ name }, i) => [name, rows.map((row) => String(row[i])).sort()])));
  }
  return held;
}

/** What both held at both times. */
export function common(one: Holdings, other: Holdings): Holdings {
  return new Map(
    [...one].flatMap(([table, columns]) => {
      const there = other.get(table);
      return there ? [[table, new Map([...columns].filter(([name]) => there.has(name)))] as const] : [];
    }),
  );
}
