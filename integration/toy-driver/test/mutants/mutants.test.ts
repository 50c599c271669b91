import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { mutants } from './mutants.js';

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

const root = join(import.meta.dirname, '../..');
const failed = new Map<string, string[]>();

/** Runs the suite over all defective drivers at once, and notes which tests failed for which of them. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'schema-sync-mutants-'));
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const output = join(folder, 'report.json');
  const run = [
    vitest,
    'run',
    '--root',
    root,
    '--config',
    'test/mutants/vitest.config.ts',
    '--reporter',
    'json',
    '--outputFile',
    output,
  ];
  // It fails: that is the point.
  await promisify(execFile)(process.execPath, run, { cwd: root }).catch(() => undefined);
  const report = JSON.parse(await readFile(output, 'utf8')) as Report;
  for (const result of report.testResults.flatMap((file) => file.assertionResults)) {
    const [mutant = ''] = result.ancestorTitles;
    if (result.status === 'failed') failed.set(mutant, [...(failed.get(mutant) ?? []), result.title]);
  }
  await rm(folder, { recursive: true });
}, 120_000);

test.each(Object.entries(mutants))('the suite finds a driver with %s', (name, { foundBy }) => {
  expect(failed.get(name) ?? []).toContain(foundBy);
});
