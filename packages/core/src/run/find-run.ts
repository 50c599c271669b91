import { SyncError } from '../errors.js';
import type { RunRecord } from './journal-format.js';

/** How much of a run's name has to be given: less is more likely a slip than a name. */
const shortest = 4;

/** The run that is meant by its name, or by the beginning of it where no other run begins like that. */
export function findRun<R extends Pick<RunRecord, 'run'>>(runs: readonly R[], given: string): R {
  const exact = runs.find(({ run }) => run === given);
  if (exact) return exact;
  const name = JSON.stringify(given);
  if (given.length < shortest) throw noRun(`${name} names no run: give at least ${shortest} characters of its name`);
  const matches = runs.filter(({ run }) => run.startsWith(given));
  const [found] = matches;
  if (found === undefined) throw noRun(`no run of this database has a name that begins with ${name}`);
  if (matches.length > 1) throw noRun(`${name} is the beginning of ${matches.length} runs' names`);
  return found;
}

function noRun(message: string): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'down',
    message,
    hint: 'schema-sync history lists the runs; a plan file is named by its path.',
  });
}
