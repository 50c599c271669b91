import { bootstrap } from './bootstrap.mjs';
import { pnpm } from './lib/run.mjs';

/** Runs a turbo task in every package. It goes through pnpm because turbo looks for pnpm on the PATH. */
export function turbo(task) {
  return pnpm(['exec', 'turbo', 'run', task, '--output-logs=errors-only', '--continue=dependencies-successful']);
}

if (import.meta.filename === process.argv[1]) {
  const task = process.argv[2] ?? 'build';
  process.exitCode = (await bootstrap()) || (await turbo(task));
}
