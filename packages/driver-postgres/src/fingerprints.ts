import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { globTest, isSyncError, type Tenancy } from '@sync/core';
import { type FingerprintRow, fingerprintQuery, fingerprintSettings, lifeQuery } from '@sync/dialect-postgres';
import { isSchemaName, type PostgresOptions } from './options.js';
import { startSession } from './start-session.js';
import { inTransaction } from './transaction.js';

type Fingerprints = Awaited<ReturnType<NonNullable<Tenancy['fingerprints']>>>;

const require = createRequire(import.meta.url);

/** Who reads, and how, is a part of what is found: another version may read what this one does not. */
const readers = ['@sync/dialect-postgres/package.json', '@sync/driver-postgres/package.json'].map(
  (name) => (require(name) as { readonly version: string }).version,
);

/** What each schema that a pattern meets holds, told by the catalogue as a whole; nothing where this role may not ask what server it is. */
export async function fingerprintSchemas(
  options: PostgresOptions,
  pattern: string,
  signal?: AbortSignal,
): Promise<Fingerprints> {
  const { session, server } = await startSession(options, 'read', signal);
  const ask = <R>(text: string) => session.send<R>({ text }, { op: 'fleet', signal });
  try {
    return await inTransaction(session, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async () => {
      await ask(fingerprintSettings);
      const [life] = await ask<{ readonly life: string }>(lifeQuery);
      const rows = await ask<FingerprintRow>(fingerprintQuery(server.features));
      return fingerprintsOf(rows, [...readers, server.version, life?.life], pattern);
    });
  } catch (error) {
    if (isSyncError(error) && error.code === 'PERMISSION_DENIED') return new Map();
    throw error;
  } finally {
    await session.close();
  }
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
  return new Map(told.map(({ namespace, name, sum }) => [name ?? '', digest([common, namespace, name, sum])]));
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
