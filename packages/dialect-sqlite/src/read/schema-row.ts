/** A row of sqlite_schema; `shadow` rows come from pragma_table_list. */
export interface SchemaRow {
  readonly type: 'table' | 'index' | 'view' | 'trigger' | 'shadow';
  readonly name: string;
  /** The table or view that it is on. */
  readonly on: string;
  /** Null for what SQLite makes by itself. */
  readonly sql: string | null;
}
