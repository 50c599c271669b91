import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Bench, Target } from './support/bench.js';
import type { Schema } from './support/model.js';
import { asOld } from './support/old-server.js';
import { anyPair, anySchema, describePair } from './support/pair.js';
import { printSchema } from './support/print.js';
import { check, scaled, timeout } from './support/runs.js';

const describeSchema = (schema: Schema) =>
  printSchema(schema)
    .map((statement) => `${statement};`)
    .join('\n');
const client = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
const clientVersion = (client.stdout ?? '').split(' ')[0]?.split('.').map(Number) ?? [];

/** Runs a script as a person would who has the engine's own client and nothing else. */
function runClient(file: string, script: string): void {
  const { status, stderr } = spawnSync('sqlite3', ['-bail', file], { input: script, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

const asScript = (statements: readonly string[]) => statements.map((statement) => `${statement};\n`).join('');

describe('the SQL that is printed for a database', () => {
  it('builds its equal', { timeout }, () =>
    check(anySchema, scaled(60), describeSchema, async (schema) => {
      using bench = new Bench();
      const compiled = await bench.compile(schema);
      const statements = bench.engine.creation(compiled).flatMap((part) => part.statements);
      expect(await bench.databaseOf(statements).root()).toBe(compiled.catalogue.root);
      expect((await bench.engine.compile(bench.source(statements))).catalogue.root, 'as a source again').toBe(
        compiled.catalogue.root,
      );
    }),
  );

  it('has the sqlite3 client to run in, in CI at least', ({ skip }) => {
    if (client.status === 0) return;
    expect(process.env.CI, 'CI must have sqlite3 on the path').not.toBe('true');
    skip('absent: there is no sqlite3 on the path');
  });

  it.skipIf(client.status !== 0)('runs in the sqlite3 client as it is', { timeout }, () =>
    check(anySchema, scaled(40), describeSchema, async (schema) => {
      using bench = new Bench();
      const compiled = await bench.compile(schema);
      const target = new Target(join(bench.folder, 'client.db'));
      runClient(target.file, asScript(bench.engine.creation(compiled).flatMap((part) => part.statements)));
      expect(await target.root()).toBe(compiled.catalogue.root);
    }),
  );

  it.skipIf(client.status !== 0)('takes a database from one version to the other in the client, too', { timeout }, () =>
    check(anyPair, scaled(40), describePair, async ({ before, after }) => {
      using bench = new Bench(asOld(clientVersion));
      const target = bench.database(before);
      const base = await target.root();
      const goal = await bench.compile(after);
      const plan = await bench.engine.plan(target.tenant, goal, { prove: false });
      const script = (batches: typeof plan.up) =>
        asScript(
          batches.flatMap(({ steps, atomic, settings }) =>
            bench.engine.driver.dialect.script(
              steps.flatMap((step) => step.sql),
              { atomic, settings },
            ),
          ),
        );
      runClient(target.file, script(plan.up));
      expect(await target.root(), 'up').toBe(goal.catalogue.root);
      runClient(target.file, script(plan.down));
      expect(await target.root(), 'down').toBe(base);
    }),
  );
});
