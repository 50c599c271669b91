import type { Statement } from '@sync/core';
import { bringServer, foreignServers, quoteName } from '@sync/dialect-postgres';
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

/** Brings into a database what a desired state may use without naming it where the target has it: extensions, and foreign servers, which are left alone unless they are named. */
export async function supplyFrom(target: PostgresSession, into: PostgresSession): Promise<boolean> {
  const some = await supplyExtensions(target, into);
  return (await supplyServers(target, into)) || some;
}

/** A server stands on its wrapper, which an extension brings most often. */
async function supplyServers(from: PostgresSession, into: PostgresSession): Promise<boolean> {
  const rows = (session: PostgresSession) => send<Parameters<typeof bringServer>[0]>(session, foreignServers);
  const there = new Set((await rows(into)).map(({ name }) => name));
  let some = false;
  for (const row of await rows(from)) {
    const text = there.has(row.name) ? undefined : bringServer(row);
    if (text !== undefined) some = (await attempt(into, [text])) || some;
  }
  return some;
}

/** Brings the extensions of one database into another, in the same versions and in the same schemas, or what these are called there, as far as they can be had there. */
export async function supplyExtensions(
  from: PostgresSession,
  into: PostgresSession,
  schemaFor = (schema: string) => schema,
): Promise<boolean> {
  const there = new Set((await extensionsOf(into)).map(({ name }) => name));
  const missing = (await extensionsOf(from)).filter(({ name }) => !there.has(name));
  let some = false;
  // In the order in which they came to the target: one may need another.
  for (const extension of missing)
    some = (await bring(into, { ...extension, schema: schemaFor(extension.schema) })) || some;
  return some;
}

/** The extensions of a database, in the order in which they came to it. */
export function extensionsOf(session: PostgresSession): Promise<readonly Extension[]> {
  return send<Extension>(session, { text: present });
}

function bring(into: PostgresSession, { name, schema, version }: Extension): Promise<boolean> {
  const where = `SCHEMA ${quoteName(schema)} VERSION ${quoteName(version)}`;
  return attempt(into, [
    ...(schema === 'pg_catalog' ? [] : [`CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}`]),
    `CREATE EXTENSION ${quoteName(name)} ${where}`,
  ]);
}

/** What is not to be had here is left out: the statements that need it tell what they miss. */
async function attempt(into: PostgresSession, texts: readonly string[]): Promise<boolean> {
  try {
    for (const text of texts) await send(into, { text });
    return true;
  } catch (error) {
    if (into.gone.aborted) throw error;
    return false;
  }
}

function send<R>(session: PostgresSession, statement: Statement): Promise<readonly R[]> {
  return session.send<R>(statement, { op: 'scratch' });
}
