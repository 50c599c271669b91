import type { PruneChoice } from '../run/prune.js';
import { usage } from './arguments.js';

/** What of a history is to be kept, as a command line says it with `--keep` or `--before`. */
export function pruneChoice(
  command: string,
  { keep, before }: { readonly keep: string | undefined; readonly before: string | undefined },
): PruneChoice {
  if ((keep === undefined) === (before === undefined))
    throw usage(`${command} needs to know what to keep`, 'Pass either --keep N or --before DATE.');
  if (keep !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(keep))
      throw usage(`--keep ${keep} is not a number of at least 1`, 'For example: --keep 20.');
    return { keep: Number(keep) };
  }
  const time = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(before ?? '') ? new Date(before ?? '') : undefined;
  if (!time || Number.isNaN(time.getTime()))
    throw usage(`--before ${before} is not a date`, 'For example: --before 2026-01-31, or 2026-01-31T12:00:00Z.');
  return { before: time.toISOString() };
}
