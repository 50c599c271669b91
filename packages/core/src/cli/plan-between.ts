import type { Server } from '../contract/connection.js';
import type { Difference } from '../diff/difference.js';
import { plan } from '../plan/plan.js';
import type { Plan } from '../plan/plan-format.js';
import type { Compiled } from '../source/compiled.js';
import { usage } from './arguments.js';
import type { Workbench } from './workbench.js';

/** A plan between two compiled states: not proven, and for no database. */
export async function planBetween(
  difference: Difference,
  from: Compiled,
  to: Compiled,
  { driver, reading, scratch }: Workbench,
): Promise<Plan> {
  const server = from.server ?? to.server ?? (await scratchServer(driver, scratch));
  return plan(difference, { driver, server, reading: { exclude: reading.exclude, with: reading.with, claimed: [] } });
}

/** Two snapshots name no server; statements are written for the one that is at hand. */
async function scratchServer(driver: Workbench['driver'], open: Workbench['scratch']): Promise<Server> {
  if (!driver.scratch)
    throw usage('two snapshots tell no server to write statements for', 'Compare with a database: --url URL.');
  await using scratch = await open(undefined);
  return scratch.server;
}
