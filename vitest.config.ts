import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Patterns of test files that this run leaves out; each project must say so itself, the flag of vitest's own does not reach them. */
const leftOut = (process.env.SYNC_TEST_LEAVE_OUT ?? '').split(' ').filter(Boolean);

const isLong = process.env.TEST_LONG === '1';

/** What random cases are made from: short runs try the same ones each time, long ones new ones. A failure names it, and finds its case again when it is given. */
const seed = process.env.PROPERTY_SEED ?? String(isLong ? Date.now() & 0x7fffffff : 20_260_101);

const hasProperties = (folder: string) => readFileSync(`${folder}/package.json`, 'utf8').includes('"fast-check"');

const folders = [...readdirSync('packages').map((name) => `packages/${name}`), 'integration'];

/** What takes minutes, in the order in which it begins: before everything else, so that no worker is alone with one of them at the end. */
const longest = [
  'golden/postgres-',
  'golden/rqlite',
  'cassandra/',
  'real/',
  'online/',
  'properties/',
  'faults/',
  'golden/',
  'drizzle-kit/',
  'postgres/',
  'mysql/',
  'fleet/',
  'phases/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((folder) => moduleId.includes(`/integration/${folder}`));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Workspace packages resolve to their `dist`, as a user has them; a package's unit tests import `../src`. */
export default defineConfig({
  test: {
    // Whole journeys of the command line are many processes, on a machine that may have other work.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    env: { PROPERTY_SEED: seed },
    // A worker for each core and one more: most of them wait for a server or for a process of ours.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: folders
      .filter((folder) => existsSync(`${folder}/package.json`))
      .map((folder) => ({
        extends: true,
        test: {
          name: folder.replace('packages/', ''),
          root: folder,
          include: folder === 'integration' ? ['**/*.test.ts'] : ['test/**/*.test.ts'],
          setupFiles: hasProperties(folder) ? [resolve('integration/properties/seed.ts')] : [],
          // They are built: transforming them once more for every test file takes a second of each.
          server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
          exclude: ['**/node_modules/**', '**/dist/**', ...leftOut],
        },
      })),
  },
});
