import { createCatalogue, openSnapshot, takeSnapshot } from '@sync/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bench } from './support/bench.js';
import type { Schema } from './support/model.js';
import { anyPair, anySchema, describePair } from './support/pair.js';
import { plainSpelling, printSchema, type Spelling } from './support/print.js';
import { check, scaled, timeout } from './support/runs.js';

const describeSchema = (schema: Schema) =>
  printSchema(schema)
    .map((statement) => `${statement};`)
    .join('\n');

const spelling: fc.Arbitrary<Spelling> = fc.record({
  quotes: fc.nat({ max: 2 }),
  keywords: fc.constantFrom('upper', 'lower'),
  gap: fc.constantFrom(' ', '\n  ', ' /* ; */ ', '\t--x;\n'),
});

describe('the root hash of a schema', () => {
  it('does not depend on the order of its statements', { timeout }, () => {
    const shuffled = anySchema.chain((schema) =>
      fc.record({
        schema: fc.constant(schema),
        order: fc.shuffledSubarray([...printSchema(schema)], { minLength: schema.things.length }),
      }),
    );
    return check(
      shuffled,
      scaled(60),
      ({ schema }) => describeSchema(schema),
      async ({ schema, order }) => {
        using bench = new Bench();
        const compiled = await bench.engine.compile(bench.source(order));
        expect(compiled.catalogue.root).toBe(await bench.database(schema).root());
      },
    );
  });

  it('is the same at each look, through each door', { timeout }, () =>
    check(anySchema, scaled(60), describeSchema, async (schema) => {
      using bench = new Bench();
      const target = bench.database(schema, [1, 2, 3]);
      const root = await target.root();
      expect(await target.root(), 'opened again').toBe(root);
      target.rewrite((database) => database.exec('VACUUM; ANALYZE'));
      expect(await target.root(), 'after VACUUM and ANALYZE').toBe(root);
      const live = await bench.engine.compile(target.tenant.target.url);
      expect(live.catalogue.root, 'as a source').toBe(root);
      const { driver, catalogue } = openSnapshot(
        JSON.parse(JSON.stringify(takeSnapshot('sqlite', live.catalogue))),
        'snapshot',
      );
      expect([driver, catalogue.root], 'as a snapshot').toEqual(['sqlite', root]);
      expect(createCatalogue([...live.catalogue].reverse()).root, 'as objects in another order').toBe(root);
    }),
  );

  it('does not depend on how it is spelled', { timeout }, () =>
    check(
      fc.record({ schema: anySchema, spelling }),
      scaled(60),
      ({ schema, spelling: how }) => `${describeSchema(schema)}\n-- spelled ${JSON.stringify(how)}`,
      async ({ schema, spelling: how }) => {
        using bench = new Bench();
        expect((await bench.compile(schema, how)).catalogue.root).toBe(
          (await bench.compile(schema, plainSpelling)).catalogue.root,
        );
      },
    ),
  );

  it('differs exactly where there is a difference', { timeout }, () =>
    check(anyPair, scaled(80), describePair, async (pair) => {
      using bench = new Bench();
      const [before, after] = [await bench.compile(pair.before), await bench.compile(pair.after)];
      const { changes } = bench.engine.compare(before, after);
      expect(changes.length === 0).toBe(before.catalogue.root === after.catalogue.root);
      expect(bench.engine.compare(before, before).changes).toEqual([]);
    }),
  );
});
