import { describe, it } from 'vitest';
import { Bench } from './support/bench.js';
import { expectRoundTrip } from './support/claims.js';
import { anyPair, describePair, type Pair, strangers } from './support/pair.js';
import { check, scaled } from './support/runs.js';

const withoutRows = (pair: Pair): Pair => ({ ...pair, rows: [] });

async function roundTrip(pair: Pair): Promise<void> {
  using bench = new Bench();
  await expectRoundTrip(bench, pair);
}

describe('between two versions of a schema', () => {
  it('a plan arrives, leads back, and arrives again', { timeout: 60_000 }, () =>
    check(anyPair.map(withoutRows), scaled(60), describePair, roundTrip));

  it('rows stay through it, or the refusal was foreseen and changes nothing', { timeout: 60_000 }, () => check(anyPair, scaled(80), describePair, roundTrip));

  it('also where the two have nothing to do with each other', { timeout: 60_000 }, () => check(strangers, scaled(20), describePair, roundTrip));
});
