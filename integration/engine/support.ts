import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, type TenantContext, tenantContext } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { onTestFinished } from 'vitest';

/** A folder of its own for a test, removed after it. */
export function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-engine-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A tenant whose database is a file in that folder. */
export function tenantIn(directory: string, name = 'app'): TenantContext {
  return tenantContext({ id: name, target: { url: `sqlite:./${name}.db`, directory } });
}

/** Works on a tenant's database with bare SQL. */
export async function withDatabase<T>(tenant: TenantContext, work: (connection: Connection) => Promise<T>): Promise<T> {
  await using connection = await driver.connect(driver.options(tenant.target), { access: 'write' });
  return await work(connection);
}

/** Executes statements on a tenant's database, which is made where it is not there. */
export function execute(tenant: TenantContext, ...statements: readonly string[]): Promise<void> {
  return withDatabase(tenant, async (connection) => {
    for (const text of statements) await connection.execute({ text });
  });
}

/** The rows that a query gives. */
export function rows(tenant: TenantContext, text: string): Promise<readonly Record<string, unknown>[]> {
  return withDatabase(tenant, (connection) => connection.query({ text }));
}
