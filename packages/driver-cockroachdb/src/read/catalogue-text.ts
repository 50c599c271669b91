/** What the server prints of a database: each list is one answer, whatever the number of tables. */
export interface CatalogueText {
  readonly database: string;
  /** SHOW CREATE ALL SCHEMAS. */
  readonly schemas: readonly string[];
  /** SHOW CREATE ALL TYPES. */
  readonly types: readonly string[];
  /** SHOW CREATE ALL TABLES: tables, views and sequences, and what is said of them behind that. */
  readonly tables: readonly string[];
  readonly routines: readonly string[];
  readonly triggers: readonly string[];
}
