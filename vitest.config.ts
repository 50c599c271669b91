import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Patterns of test files that this run leaves out; each project must say so itself, the flag of vitest's own does not reach them. */
const leftOut = (process.env.SYNC_TEST_LEAVE_OUT ?? '').split(' ').filter(Boolean);

const folders = [...readdirSync('packages').map((name) => `packages/${name}`), 'integration'];

/** Workspace packages resolve to their `dist`, as a user has them; a package's unit tests import `../src`. */
export default defineConfig({
  test: {
    // Whole journeys of the command line are many processes, on a machine that may have other work.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // A worker for each core and one more: most of them wait for a server or for a process of ours.
    maxWorkers: availableParallelism() + 1,
    projects: folders
      .filter((folder) => existsSync(`${folder}/package.json`))
      .map((folder) => ({
        extends: true,
        test: {
          name: folder.replace('packages/', ''),
          root: folder,
          include: folder === 'integration' ? ['**/*.test.ts'] : ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', ...leftOut],
        },
      })),
  },
});
