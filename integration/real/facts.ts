import type pg from 'pg';

/** A column as the server tells of it. */
export interface Column {
  /** The schema and the name of its table, quoted. */
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly enum: string | null;
  readonly required: boolean;
  readonly filled: boolean;
  readonly generated: boolean;
}

/** The columns of the tables that rows are put into: those that are not partitions. */
export async function columnsOf(client: pg.Client): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS table, quote_ident(a.attname) AS name,
      format_type(a.atttypid, a.atttypmod) AS type,
      (SELECT min(e.enumlabel) FROM pg_enum e WHERE e.enumtypid = a.atttypid) AS enum,
      a.attnotnull AS required, a.atthasdef OR a.attidentity <> '' AS filled,
      a.attgenerated <> '' OR a.attidentity = 'a' AS generated
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relname !~ '^_schema_sync'
    ORDER BY 1, a.attnum
  `);
  return rows;
}

/** Columns by their tables. */
export function byTable(columns: readonly Column[]): ReadonlyMap<string, readonly Column[]> {
  const tables = new Map<string, Column[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return tables;
}
