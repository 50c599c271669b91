import type { DriftFound } from '../engine-types.js';

/** What changed since a run, for programs. */
export function driftDocument({ drifted, since, objects, difference, traces, inspection, unfinished }: DriftFound) {
  return {
    drifted,
    since,
    root: inspection.catalogue.root,
    ...objects,
    ...(difference && { changes: difference.changes }),
    traces: Object.fromEntries(traces),
    ...(unfinished && { unfinished: unfinished.run }),
  };
}
