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

/**
 * A sequence that has not counted as far as the rows go would give out a number that one of them has. Where one that has given no number stands is told by asking it
 * for one, which is given back.
 */
function moveOn(seed: Seed, name: string): string {
  const [path, column] = [pathOf(seed), quoteName(name)];
  const passed = 'CASE WHEN n.rising THEN n.reached >= n.value ELSE n.reached <= n.value END';
  return `
SELECT pg_catalog.setval(n.sequence, CASE WHEN ${passed} THEN n.reached ELSE n.value END, ${passed})
FROM (
  SELECT c.*, coalesce(c.last, pg_catalog.nextval(c.sequence)) AS value
  FROM (
    SELECT
      s.seqrelid::pg_catalog.regclass AS sequence,
      s.seqincrement > 0 AS rising,
      (SELECT CASE WHEN s.seqincrement > 0 THEN max(${column}) ELSE min(${column}) END FROM ${path}) AS reached,
      pg_catalog.pg_sequence_last_value(s.seqrelid) AS last
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = pg_catalog.pg_get_serial_sequence(${quoteText(path)}, ${quoteText(name)})::pg_catalog.regclass
    OFFSET 0
  ) AS c
  WHERE c.reached IS NOT NULL
  OFFSET 0
) AS n
WHERE n.last IS NULL OR ${passed}`.trim();
}

function pathOf({ schema = 'public', table }: Seed): string {
  return quotePath(schema, table);
}
