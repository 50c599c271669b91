import { grouped } from '@sync/core';
import driver from '@sync/driver-mysql';
import { queryEach, runIn } from './run-in.js';

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
  const found = (await runIn(url, columns)) as readonly Record<'table' | 'name' | 'type', string>[];
  const tables = [...grouped(found, ({ table }) => table)];
  const texts = tables.map(([table, members]) => {
    const values = members.map(({ name }, i) => `HEX(${quote(name)}) AS v${i}`);
    return `SELECT ${values.join(', ')} FROM ${quote(table)}`;
  });
  const read = await queryEach(url, texts);
  return new Map(
    tables.flatMap(([table, members], at) =>
      members.map(({ name, type }, i): [string, readonly string[]] => {
        const values = (read[at] ?? []).map((row) => String(row[`v${i}`]));
        return [`${table}.${name} ${type}`, values.sort()];
      }),
    ),
  );
}

/** What both held, of columns that are of one type in both. */
export function common(one: Holdings, other: Holdings): Holdings {
  return new Map([...one].filter(([name]) => other.has(name)));
}
