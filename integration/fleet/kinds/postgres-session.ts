import pg from 'pg';
import type { Session } from './kind.js';

/** A session of PostgreSQL that has run these statements. */
export async function openPostgresSession(url: string, ...statements: readonly string[]): Promise<Session> {
  const client = new pg.Client({ connectionString: url });
  // A session that the server ends is told to whoever asks it next.
  client.on('error', () => {});
  await client.connect();
  for (const statement of statements) await client.query(statement);
  return {
    query: async (text) => (await client.query<Record<string, unknown>>(text)).rows,
    [Symbol.asyncDispose]: () => client.end(),
  };
}

/** What makes a role the owner of a schema with the tables that are in it, or has it read these alone. */
export function grants(role: string, schema: string, isOwner: boolean): string {
  if (!isOwner)
    return `GRANT USAGE ON SCHEMA ${schema} TO ${role}; GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${role}`;
  return `DO $do$ DECLARE each text; BEGIN
    ALTER SCHEMA ${schema} OWNER TO ${role};
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = '${schema}' LOOP
      EXECUTE format('ALTER TABLE ${schema}.%I OWNER TO ${role}', each);
    END LOOP;
  END $do$`;
}
