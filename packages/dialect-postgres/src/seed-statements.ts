import type { Json, Seed, Statement } from '@sync/core';
import { quoteText, writeLiteral } from './text/literal.js';
import { quoteName, quotePath } from './text/names.js';

type Row = Seed['rows'][number];

/**
 * Statements that bring seed rows about: inserted, or updated where the key exists. Rows of the same columns are written together, since the server looks at foreign
 * keys once a statement is done: rows may refer to each other.
 */
export function seedStatements(seed: Seed): readonly Statement[] {
  const groups: { readonly columns: readonly string[]; readonly rows: Row[] }[] = [];
  for (const row of seed.rows) {
    const columns = Object.keys(row);
    const last = groups.at(-1);
    const isAlike = last && last.columns.length === columns.length && last.columns.every((name) => name in row);
    if (isAlike && last.rows.length < most) last.rows.push(row);
    else groups.push({ columns, rows: [row] });
  }
  const numbered = (seed.counters ?? []).filter((name) => seed.rows.some((row) => typeof row[name] === 'number'));
  return [
    ...groups.map(({ columns, rows }) => ({ text: upsert(seed, columns, rows) })),
    ...numbered.map((name) => ({ text: moveOn(seed, name) })),
  ];
}

/** The most rows of one statement. */
const most = 1_000;

function upsert(seed: Seed, columns: readonly string[], rows: readonly Row[]): string {
  const key = new Set(seed.key);
  const updates = columns
    .filter((name) => !key.has(name))
    .map((name) => `${quoteName(name)} = excluded.${quoteName(name)}`);
  const values = rows.map((row) => `  (${columns.map((name) => writeValue(row[name] ?? null)).join(', ')})`);
  // What a seed says is meant for an identity column, too.
  const overriding = columns.some((name) => seed.counters?.includes(name)) ? ' OVERRIDING SYSTEM VALUE' : '';
  return [
    `INSERT INTO ${pathOf(seed)} (${columns.map(quoteName).join(', ')})${overriding}`,
    `VALUES\n${values.join(',\n')}`,
    `ON CONFLICT (${seed.key.map(quoteName).join(', ')}) ${updates.length > 0 ? `DO UPDATE SET ${updates.join(', ')}` : 'DO NOTHING'}`,
  ].join('\n');
}

/** A fraction in quotes is read by its column; without them it would be a decimal first, whatever the column holds. */
function writeValue(value: Json): string {
  return typeof value === 'number' && !Number.isInteger(value) ? quoteText(String(value)) : writeLiteral(value);
}

/** A sequence that has not counted as far as the rows go would give out a number that one of them has. */
function moveOn(seed: Seed, name: string): string {
  const [path, column] = [pathOf(seed), quoteName(name)];
  return `
SELECT pg_catalog.setval(s.sequence::pg_catalog.regclass, s.highest)
FROM (
  SELECT
    pg_catalog.pg_get_serial_sequence(${quoteText(path)}, ${quoteText(name)}) AS sequence,
    (SELECT max(${column}) FROM ${path}) AS highest
) AS s
WHERE s.highest > coalesce(pg_catalog.pg_sequence_last_value(s.sequence::pg_catalog.regclass), 0)`.trim();
}

function pathOf({ schema = 'public', table }: Seed): string {
  return quotePath(schema, table);
}
