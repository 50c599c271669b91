import type { Driver } from '@sync/core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { Bench } from './support/bench.js';
import { expectRoundTrip } from './support/claims.js';
import { asOld } from './support/old-server.js';
import { anyPair, describePair, type Pair, strangers } from './support/pair.js';
import { check, scaled, timeout } from './support/runs.js';

const withoutRows = (pair: Pair): Pair => ({ ...pair, rows: [] });

async function roundTrip(pair: Pair, used?: Driver): Promise<void> {
  using bench = new Bench(used);
  await expectRoundTrip(bench, pair);
}

describe('between two versions of a schema', () => {
  it('a plan arrives, leads back, and arrives again', { timeout }, () =>
    check(anyPair.map(withoutRows), scaled(60), describePair, (pair) => roundTrip(pair)),
  );

  it('rows stay through it, or the refusal was foreseen and changes nothing', { timeout }, () =>
    check(anyPair, scaled(80), describePair, (pair) => roundTrip(pair)),
  );

  it('also where the two have nothing to do with each other', { timeout }, () =>
    check(strangers, scaled(20), describePair, (pair) => roundTrip(pair)),
  );

  it('and with what older versions of SQLite can do', { timeout }, () => {
    const version = fc.constantFrom([3, 24, 0], [3, 34, 1], [3, 37, 2], [3, 45, 1], [3, 52, 0]);
    return check(
      fc.record({ pair: anyPair, version }),
      scaled(40),
      ({ pair, version: of }) => `${describePair(pair)}\n-- version ${of.join('.')}`,
      ({ pair, version: of }) => roundTrip(pair, asOld(of)),
    );
  });
});
