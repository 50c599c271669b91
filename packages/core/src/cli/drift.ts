import type { HistoryEntry } from '../engine-types.js';
import { sinceLastEnd } from '../run/since-last-end.js';

/** Whether the state differs from the one that the last finished run left; undefined where no run finished. */
export function driftSince(history: readonly HistoryEntry[], root: string): boolean | undefined {
  const last = history.find((entry) => entry.outcome === 'done');
  return last && last.goal !== root;
}

/** The newest run of a tenant that began something and did not come to its end, where none did since. */
export function unfinishedIn(history: readonly HistoryEntry[], tenant: string): HistoryEntry | undefined {
  const since = sinceLastEnd(history.filter((entry) => entry.tenant === tenant));
  return since.find(({ outcome, steps }) => outcome === 'running' || steps.length > 0);
}
