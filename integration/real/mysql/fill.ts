import { grouped } from '@sync/core';
import { runIn } from '../../mysql/run-in.js';
import { type Column, columnsOf } from './columns.js';

const rowsEach = 3;

/** Puts a few rows into every table that takes them. A value follows from its type and the number of its row, so that what refers to something finds it; what is refused stays out. */
export async function fillRows(url: string): Promise<void> {
  let open = [...grouped(await columnsOf(url), ({ table }) => table)];
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    const left: typeof open = [];
    for (const entry of open) if (!(await insert(url, ...entry))) left.push(entry);
    open = left;
  }
}

function insert(url: string, table: string, columns: readonly Column[]): Promise<boolean> {
  const given = columns.filter(({ generated }) => !generated);
  const rows = Array.from(
    { length: rowsEach },
    (_, i) => `(${given.map((column) => valueFor(column, i + 1)).join(', ')})`,
  );
  return runIn(
    url,
    `INSERT INTO ${table} (${given.map(({ name }) => name).join(', ')}) VALUES ${rows.join(', ')}`,
  ).then(
    () => true,
    () => false,
  );
}

function valueFor({ kind, type }: Column, row: number): string {
  if (/int$|^(?:decimal|float|double|bit)$/.test(kind)) return String(row);
  if (kind === 'enum' || kind === 'set') return /'(?:[^']|'')*'/.exec(type)?.[0] ?? 'NULL';
  if (kind === 'year') return `202${row}`;
  if (/^date|^timestamp/.test(kind)) return `'2026-01-0${row}'`;
  if (kind === 'time') return `'0${row}:00:00'`;
  if (kind === 'json') return `'{"row": ${row}}'`;
  if (kind === 'point' || kind === 'geometry') return `ST_GeomFromText('POINT(${row} ${row})')`;
  return `'${row}'`;
}
