import type { Connection } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Catalogue } from '../model/catalogue.js';
import { selfContained } from '../plan/seed-order.js';
import { tableTitle } from '../plan/seed-table.js';
import { type PendingSeed, pendingSeeds, seedBatch, seedSteps } from '../plan/seeds.js';
import { execute } from './execute.js';

/** What became of the seed rows in a proof. */
export interface SeedProof {
  /** How many could be tried where no other rows are. */
  readonly tried: number;
  readonly of: number;
}

/**
 * Writes seed rows into a scratch database that is in the goal's state, and looks whether they are held as they are written: a second run would write them again
 * otherwise. Rows that refer to rows of the target cannot be tried. Gives what speaks against them, as text.
 */
export async function trySeeds(
  seeds: readonly Seed[],
  {
    scratch,
    driver,
    goal,
    signal,
  }: {
    readonly scratch: Connection;
    readonly driver: Driver;
    readonly goal: Catalogue;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<SeedProof | string> {
  const candidates = selfContained(seeds, goal, driver);
  if (candidates.length > 0) {
    await execute(scratch, seedBatch(seedSteps(candidates, driver, 0), driver), signal);
    const [left] = await pendingSeeds(candidates, scratch, driver, { base: goal, goal, moved: new Map(), renames: [] });
    if (left)
      return `the server does not hold the seed rows of ${tableTitle(left)} as they are written (${otherwise(left)}), so that each run would write them again`;
  }
  const count = (all: readonly Seed[]) => all.reduce((sum, { rows }) => sum + rows.length, 0);
  return { tried: count(candidates), of: count(seeds) };
}

/** The columns in which the first such row is held otherwise: those of its key, where no row is found by it. */
function otherwise({ rows: [row = {}], found: [found], key }: PendingSeed): string {
  const names = found ? Object.keys(row).filter((name) => !key.includes(name) && !found.same.includes(name)) : key;
  return names.join(', ');
}
