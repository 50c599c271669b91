import type { Statement } from '@sync/core';
import { quoteName } from '@sync/dialect-postgres';
import type { PostgresSession } from './session.js';

interface Extension {
  readonly name: string;
  readonly schema: string;
  readonly version: string;
}

const present = `
SELECT e.extname::text AS name, n.nspname::text AS schema, e.extversion AS version
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
ORDER BY e.oid`.trim();

/**
 * Brings the extensions of one database into another, in the same schemas and versions, as far as they can be had there. A desired state may use what an
 * extension of the target brings without naming it.
 */
export async function supplyExtensions(from: PostgresSession, into: PostgresSession): Promise<boolean> {
  const there = new Set((await extensionsOf(into)).map(({ name }) => name));
  const missing = (await extensionsOf(from)).filter(({ name }) => !there.has(name));
  let some = false;
  // In the order in which they came to the target: one may need another.
  for (const extension of missing) some = (await bring(into, extension)) || some;
  return some;
}

/** The extensions of a database, in the order in which they came to it. */
export function extensionsOf(session: PostgresSession): Promise<readonly Extension[]> {
  return send<Extension>(session, { text: present });
}

async function bring(into: PostgresSession, { name, schema, version }: Extension): Promise<boolean> {
  try {
    if (schema !== 'pg_catalog') {
      await send(into, { text: `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}` });
    }
    const where = `SCHEMA ${quoteName(schema)} VERSION ${quoteName(version)}`;
    await send(into, { text: `CREATE EXTENSION ${quoteName(name)} ${where}` });
    return true;
  } catch (error) {
    if (into.gone.aborted) throw error;
    // Not to be had here: the statements that need it tell what they miss.
    return false;
  }
}

function send<R>(session: PostgresSession, statement: Statement): Promise<readonly R[]> {
  return session.send<R>(statement, { op: 'scratch' });
}
