import { SyncError } from '../errors.js';
import type { RunRecord } from './journal-format.js';

/** How much of a run's name has to be given: less is more likely a slip than a name. */
const shortest = 4;

/** Where runs are looked for, for errors. */
export interface RunPlace {
  readonly of: string;
  readonly op: string;
  readonly hint: string;
}

const ofDatabase: RunPlace = {
  of: 'this database',
  op: 'down',
  hint: 'schema-sync history lists the runs; a plan file is named by its path.',
};

/** The run that is meant by its name, or by the beginning of it where no other run begins like that. */
export function findRun<R extends Pick<RunRecord, 'run'>>(runs: readonly R[], given: string, place = ofDatabase): R {
  const noRun = (message: string) => new SyncError({ code: 'NOT_FOUND', op: place.op, message, hint: place.hint });
  const exact = runs.find(({ run }) => run === given);
  if (exact) return exact;
  const name = JSON.stringify(given);
  if (given.length < shortest) throw noRun(`${name} names no run: give at least ${shortest} characters of its name`);
  const matches = runs.filter(({ run }) => run.startsWith(given));
  const [found] = matches;
  if (found === undefined) throw noRun(`no run of ${place.of} has a name that begins with ${name}`);
  if (matches.length > 1) throw noRun(`${name} is the beginning of ${matches.length} runs' names`);
  return found;
}
