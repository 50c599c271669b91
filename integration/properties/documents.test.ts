import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeDocuments } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { Bench } from './support/bench.js';
import type { Schema } from './support/model.js';
import { anyPair, anySchema, describePair } from './support/pair.js';
import { printSchema } from './support/print.js';
import { check, scaled, timeout } from './support/runs.js';

const describeSchema = (schema: Schema) =>
  printSchema(schema)
    .map((statement) => `${statement};`)
    .join('\n');

/** Writes a schema as YAML documents, as `generate` does, and gives the folder. */
async function generate(bench: Bench, schema: Schema) {
  const compiled = await bench.compile(schema);
  const { files, uncovered } = writeDocuments(compiled.catalogue, bench.engine.driver);
  const folder = join(bench.folder, 'documents');
  mkdirSync(folder);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { compiled, uncovered, folder };
}

describe('the documents that are generated for a schema', () => {
  it('hold all of it, and compile to its equal', { timeout }, () =>
    check(
      anySchema.filter((schema) => schema.things.length > 0),
      scaled(60),
      describeSchema,
      async (schema) => {
        using bench = new Bench();
        const { compiled, uncovered, folder } = await generate(bench, schema);
        expect(uncovered.map((object) => object.address)).toEqual([]);
        const again = await bench.engine.compile(folder);
        expect(bench.engine.compare(again, compiled).changes).toEqual([]);
        expect(again.catalogue.root).toBe(compiled.catalogue.root);
      },
    ),
  );

  it('are a desired state as good as SQL', { timeout }, () =>
    check(
      anyPair.filter((pair) => pair.after.things.length > 0),
      scaled(20),
      describePair,
      async ({ before, after }) => {
        using bench = new Bench();
        const target = bench.database(before);
        const { compiled, folder } = await generate(bench, after);
        await bench.engine.sync(target.tenant, folder, { allow: 'all' });
        expect(await target.root()).toBe(compiled.catalogue.root);
      },
    ),
  );
});
