import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, diff, inspect, tenantContext } from '@sync/core';
import driver from '@sync/driver-sqlite';

/** Where the databases of a run are; a process that a run starts has those of the run. */
export const directory = process.env.BENCH_DIRECTORY ?? mkdtempSync(join(tmpdir(), 'schema-sync-bench-'));

export const engine = createEngine({ driver });

/** A database file as a tenant. */
export function tenantOf(file) {
  return tenantContext({ id: 'bench', target: { url: `sqlite:${file}`, directory } });
}

/** One inspection, with its connection. */
export async function read(file) {
  const connection = await driver.connect(driver.options({ url: `sqlite:${file}`, directory }), { access: 'read' });
  try {
    return await inspect(connection, driver);
  } finally {
    await connection[Symbol.asyncDispose]();
  }
}

/** Two inspections and what is between them. */
export async function compare(left, right, changes) {
  const [base, goal] = [await read(left), await read(right)];
  const difference = diff(base.catalogue, goal.catalogue, { driver, server: base.server });
  if (difference.changes.length !== changes) throw new Error(`${difference.changes.length} changes, not ${changes}`);
  return { difference, server: base.server };
}
