import { type Driver, type PortableSchema, type Source, translate } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { check, scaled, timeout } from '../properties/support/runs.js';
import { Site, unorderedPairs } from './places.js';
import { anyPortableSchema, settled } from './random-schema.js';

/** A schema as the statements of an engine. */
function sourceOf(schema: PortableSchema, driver: Driver): Source {
  const stand = { ...driver, portable: { kinds: new Set<string>(), read: () => schema, write: () => unasked() } };
  return translate({ origin: 'a random schema', catalogue: nothing }, stand, driver).source;
}

const nothing = [] as unknown as Parameters<typeof translate>[0]['catalogue'];

function unasked(): never {
  throw new TypeError('nothing is written to where it comes from');
}

describe('what is lossless comes home', () => {
  test.each(unorderedPairs)('from $from.name to $to.name and back', { timeout: timeout * 2 }, async ({ from, to }) => {
    if (from.absent !== undefined || to.absent !== undefined) return;
    await using one = await Site.open(from);
    await using other = await Site.open(to);
    await check(
      anyPortableSchema,
      scaled(3),
      (schema) => JSON.stringify(settled(schema), null, 1),
      async (random) => {
        const schema = settled(random);
        const state = await one.compile(sourceOf(schema, from.driver));
        const there = await other.compile(translate(state, from.driver, to.driver).source);
        const home = await one.compile(translate(there, to.driver, from.driver).source);
        expect(home.catalogue.root).toBe(state.catalogue.root);
      },
    );
  });
});
