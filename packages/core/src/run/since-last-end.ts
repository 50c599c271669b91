import type { RunRecord } from './journal-format.js';

/** Of runs, the newest first, those that came after the last one that came to its end. */
export function sinceLastEnd<R extends Pick<RunRecord, 'outcome'>>(runs: readonly R[]): readonly R[] {
  const ended = runs.findIndex(({ outcome }) => outcome === 'done');
  return ended < 0 ? runs : runs.slice(0, ended);
}
