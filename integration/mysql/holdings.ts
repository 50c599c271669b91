import driver from '@sync/driver-mysql';
import { runIn } from './run-in.js';

/** What every table holds, column by column: the type of the column, what it is computed from, and its values as text, in an order that does not depend on where they lie. */
export type Holdings = ReadonlyMap<string, readonly string[]>;

const columns = `
  SELECT c.table_name AS 'table', c.column_name AS 'name',
    CONCAT_WS(' ', c.column_type, c.collation_name, c.generation_expression) AS 'type'
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = DATABASE() AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
    AND c.table_name NOT LIKE '\\_schema\\_sync%'
  ORDER BY 1, 2`;

const { quote } = driver.dialect;

/** Reads every value of every table of a database. */
export async function readHoldings(url: string): Promise<Holdings> {
  const held = new Map<string, readonly string[]>();
  for (const { table, name, type } of (await runIn(url, columns)) as readonly Record<string, string>[]) {
    const rows = await runIn(url, `SELECT HEX(${quote(name ?? '')}) AS v FROM ${quote(table ?? '')}`);
    held.set(`${table}.${name} ${type}`, rows.map(({ v }) => String(v)).sort());
  }
  return held;
}

/** What both held, of columns that are of one type in both. */
export function common(one: Holdings, other: Holdings): Holdings {
  return new Map([...one].filter(([name]) => other.has(name)));
}
