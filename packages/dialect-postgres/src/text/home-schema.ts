/** The setting of a session that is kept to one schema: its name. */
export const homeSetting = 'schema_sync.home';

/** The schema that addresses leave out, as SQL: `public`, or the one that a session is kept to. */
export const homeSchema = `coalesce(nullif(pg_catalog.current_setting('${homeSetting}', true), ''), 'public')`;

/** The schema in a column of names as addresses have them, as SQL. */
export function schemaIn(column: string): string {
  return `CASE ${column} WHEN 'public' THEN ${homeSchema} ELSE ${column} END`;
}
