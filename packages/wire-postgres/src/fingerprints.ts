import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { type Fingerprints, globTest, isSyncError, type Server, type Statement } from '@sync/core';
import {
  type DatabaseFingerprintRow,
  databaseFingerprintQuery,
  type FingerprintRow,
  fingerprintQuery,
  fingerprintSettings,
  lifeQuery,
  schemaFingerprintQuery,
  schemaFingerprintSettings,
} from '@sync/dialect-postgres';
import { isSchemaName, type PostgresOptions } from './options.js';
import type { PostgresSession } from './session.js';
import { startSession } from './start-session.js';
import { inTransaction, oneMoment } from './transaction.js';

const require = createRequire(import.meta.url);

/** Who reads, and how, is a part of what is found: another version may read what this one does not. */
const readers = ['@sync/dialect-postgres/package.json', '@sync/wire-postgres/package.json'].map(
  (name) => (require(name) as { readonly version: string }).version,
);

/** What each schema that a pattern meets holds, told by the catalogue as a whole; nothing where this role may not ask what server it is. */
export async function fingerprintSchemas(
  options: PostgresOptions,
  pattern: string,
  signal?: AbortSignal,
): Promise<Fingerprints | undefined> {
  const { session, server } = await startSession(options, 'read', signal);
  const ask = <R>(text: string) => session.send<R>({ text }, { op: 'fleet', signal });
  try {
    return await inTransaction(session, oneMoment, async () => {
      await ask(fingerprintSettings);
      const [life] = await ask<{ readonly life: string }>(lifeQuery);
      const rows = await ask<FingerprintRow>(fingerprintQuery(server.features));
      return fingerprintsOf(rows, [...readers, server.version, life?.life], pattern);
    });
  } catch (error) {
    if (isSyncError(error) && error.code === 'PERMISSION_DENIED') return undefined;
    throw error;
  } finally {
    await session.close();
  }
}

/**
 * What a database holds, told by its catalogue; undefined where this role may not ask what server it is, and where something is there that the server changes in place. Asked
 * within a transaction that sees one moment, and that may have been ended by an error where it is undefined.
 */
export async function fingerprintDatabase(
  session: PostgresSession,
  { version, features }: Server,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const ask = <R>(text: string) => session.send<R>({ text }, { op: 'fleet', signal });
  try {
    await ask(fingerprintSettings);
    const [life] = await ask<{ readonly life: string }>(lifeQuery);
    const [found] = await ask<DatabaseFingerprintRow>(databaseFingerprintQuery(features));
    return found && !found.restless ? digest([...readers, version, life?.life, found.sum]) : undefined;
  } catch (error) {
    if (isSyncError(error) && error.code === 'PERMISSION_DENIED') return undefined;
    throw error;
  }
}

/** What a schema holds, as it is told among all of them; undefined where it is not there. Asked within a transaction that sees one moment. */
export async function fingerprintSchema(
  session: PostgresSession,
  { features }: Server,
  schema: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const ask = (statement: Statement) => session.send<FingerprintRow>(statement, { op: 'fleet', signal });
  await ask({ text: schemaFingerprintSettings });
  const [row] = await ask({ text: schemaFingerprintQuery(features), params: [schema] });
  return row && ownOf({ ...row, name: schema });
}

/** What is neither a tenant's nor the server's own for a while is what all share. What stands in another tenant, or carries it, is known by reading alone. */
function fingerprintsOf(rows: readonly FingerprintRow[], beside: readonly unknown[], pattern: string): Fingerprints {
  const test = globTest(pattern);
  const isTenant = ({ name }: FingerprintRow) => name !== null && isSchemaName(name) && test(name);
  const tenants = rows.filter(isTenant);
  const all = new Set(tenants.map(({ namespace }) => namespace));
  const shared = rows.filter((row) => !isTenant(row) && !/^pg_(toast|temp_|toast_temp_)/.test(row.name ?? ''));
  const common = digest([beside, shared.map(({ namespace, name, sum }) => [namespace, name, sum])]);
  const told = tenants.filter(({ restless, others }) => !restless && !others.some((other) => all.has(other)));
  return { shared: common, own: new Map(told.map((row) => [row.name ?? '', ownOf(row)])) };
}

function ownOf({ namespace, name, sum }: Pick<FingerprintRow, 'namespace' | 'name' | 'sum'>): string {
  return digest([namespace, name, sum]);
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
