import { type ConnectRequest, SyncError } from '@sync/core';
import { quoteName } from '@sync/dialect-postgres';
import { labelOf, type PostgresOptions } from './options.js';
import type { Started } from './start-session.js';

/** Sees to the schema that a session is kept to, where it is not there: it is made, refused, or found to be missing. */
export async function withSchema(
  { session, options }: Started,
  missing: NonNullable<ConnectRequest['missing']>,
): Promise<true | undefined> {
  const { schema } = options;
  if (schema === undefined) return undefined;
  try {
    const text = 'SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1';
    const found = await session.send({ text, params: [schema] }, { op: 'connect' });
    if (found.length > 0) return undefined;
    if (missing === 'stand-in') return true;
    if (missing === 'refuse') throw isNotThere(options);
    await session.send({ text: `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}` }, { op: 'connect' });
    return undefined;
  } catch (error) {
    await session.close();
    throw error;
  }
}

function isNotThere(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: there is no such schema in the database`,
    hint: 'Check its name, or have it made: schema-sync tenants add.',
    details: { missing: 'schema' },
  });
}
