import { isSyncError } from '@sync/core';
import { describe, it } from 'vitest';
import { rqliteAbsence } from '../servers/fresh-rqlite-database.js';
import { Bench } from './rqlite/bench.js';
import { expectRoundTrip } from './support/claims.js';
import { anyPair, describePair, strangers } from './support/pair.js';
import { check, scaled, timeout } from './support/runs.js';

/** What each node would work out for itself is refused before anything happens, and is no failure. */
function unlessRefused(thrown: unknown): void {
  if (!isSyncError(thrown) || thrown.code !== 'PLAN_IMPOSSIBLE' || !/their data would part/.test(thrown.message))
    throw thrown;
}

describe.skipIf(rqliteAbsence !== undefined)('rqlite', () => {
  it.each([
    ['goes from a schema to the next and back, with the rows', anyPair, 4],
    ['goes from a schema to any other and back', strangers, 1],
  ] as const)('%s', { timeout }, (_, pairs, runs) =>
    check(pairs, scaled(runs), describePair, async (pair) => {
      await using bench = await Bench.open();
      await expectRoundTrip(bench, pair).catch(unlessRefused);
    }),
  );
});
