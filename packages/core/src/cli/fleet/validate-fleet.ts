import { exitCodes } from '../../errors.js';
import { survey } from '../../fleet/survey.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { noteWarnings } from '../goal.js';
import { openFleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { classDocument, failedDocument } from './fleet-documents.js';
import { fleetProgress } from './fleet-progress.js';
import { classText, failedText, fleetHead } from './fleet-text.js';

/** `validate` of tenants of a fleet: which are as they are to be, and what lies between the others and that, once for all that are alike. */
export async function validateFleet(invocation: Invocation): Promise<number> {
  const { command, flags, terminal, signal } = invocation;
  const { fleet, bench, members, goalOf, requestOf } = await openFleetBench(invocation, { withGoal: true });
  const progress = fleetProgress(terminal, 'comparing');
  const found = await survey(bench.engine, members(), {
    parallel: parallelOf(flags),
    signal,
    onTenant: progress.show,
    goalOf,
    requestOf,
  });
  progress.end();
  bench.noteSelection();
  const goals = [...new Set(found.classes.map(({ goal }) => goal))];
  for (const goal of goals) noteWarnings(invocation, goal);
  const inSync = found.failed.length === 0 && found.classes.every((each) => each.inSync);
  if ((flags as { readonly format?: string }).format === 'json') {
    terminal.json(
      document(command, {
        fleet: fleet.name,
        inSync,
        classes: found.classes.map(classDocument),
        failed: found.failed.map(failedDocument),
        warnings: bench.warnings(...goals),
      }),
    );
  } else {
    const view = {
      driver: bench.driver,
      paint: terminal.paint,
      columns: terminal.printColumns,
      verbose: flags.verbose,
    };
    const parts = [
      fleetHead(fleet.name, found, terminal.paint),
      ...found.classes.map((each) => classText(each, view)),
      ...(found.failed.length > 0 ? [failedText(found.failed, view)] : []),
    ];
    terminal.print(parts.join('\n\n'));
  }
  if (found.classes.some((each) => !each.inSync)) return exitCodes.integrity;
  return found.failed.length > 0 ? exitCodes.partial : exitCodes.ok;
}
