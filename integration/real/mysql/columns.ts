import driver from '@sync/driver-mysql';
import { runIn } from '../../mysql/run-in.js';

/** A column of a table as the server tells of it. */
export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly kind: string;
  readonly required: boolean;
  readonly filled: boolean;
  readonly generated: boolean;
}

export const { quote } = driver.dialect;

/** The columns of the tables of a database, but for those of its journal. */
export async function columnsOf(url: string): Promise<readonly Column[]> {
  const rows = await runIn(
    url,
    `SELECT c.table_name AS 't', c.column_name AS 'n', c.column_type AS 'type', c.data_type AS 'kind', c.is_nullable = 'NO' AS 'required',
       c.column_default IS NOT NULL OR c.extra LIKE '%auto_increment%' AS 'filled', c.generation_expression <> '' AS 'generated'
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE '\\_schema\\_sync%'
     ORDER BY 1, c.ordinal_position`,
  );
  return rows.map(({ t, n, type, kind, required, filled, generated }) => ({
    table: quote(String(t)),
    name: quote(String(n)),
    type: String(type),
    kind: String(kind),
    required: Boolean(required),
    filled: Boolean(filled),
    generated: Boolean(generated),
  }));
}
