import type { PlanRequest } from '../../engine-types.js';
import { type Survey, survey } from '../../fleet/survey.js';
import type { Invocation } from '../command.js';
import { noteWarnings } from '../goal.js';
import type { FleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { fleetProgress } from './fleet-progress.js';

/** Compares the tenants that are meant with what they are to be, and shows how far that is. Those that are as they were when they were compared before are not read. */
export async function compareFleet(
  invocation: Invocation,
  { bench, doors, members, goalOf, requestOf, withKnown }: FleetBench,
  more: Pick<PlanRequest, 'online'> = {},
): Promise<Survey> {
  const { terminal, signal, flags } = invocation;
  const progress = fleetProgress(terminal, 'comparing');
  const found = await withKnown((known) =>
    survey(bench.engine, members(), {
      ...{ parallel: parallelOf(flags), signal, onTenant: progress.show, known, doors, goalOf },
      requestOf: (member) => ({ ...requestOf(member), ...more }),
    }),
  );
  progress.end();
  // What is not read says nothing of what is excluded there.
  if (found.told === 0) bench.noteSelection();
  for (const goal of new Set(found.classes.map((each) => each.goal))) noteWarnings(invocation, goal);
  return found;
}
