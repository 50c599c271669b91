import { exitCodes } from '../../errors.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { compareFleet } from './compare-fleet.js';
import { noteRetries } from './doors-of.js';
import { openFleetBench } from './fleet-bench.js';
import { classDocument, failedDocument } from './fleet-documents.js';
import { classText, failedText, fleetHead } from './fleet-text.js';

/** `validate` of tenants of a fleet: which are as they are to be, and what lies between the others and that, once for all that are alike. */
export async function validateFleet(invocation: Invocation): Promise<number> {
  const { command, flags, terminal } = invocation;
  const opened = await openFleetBench(invocation, { withGoal: true });
  const { fleet, bench, doors } = opened;
  const found = await compareFleet(invocation, opened);
  const goals = [...new Set(found.classes.map(({ goal }) => goal))];
  const inSync = found.failed.length === 0 && found.classes.every((each) => each.inSync);
  if ((flags as { readonly format?: string }).format === 'json') {
    terminal.json(
      document(command, {
        fleet: fleet.name,
        inSync,
        classes: found.classes.map(classDocument),
        failed: found.failed.map(failedDocument),
        retries: doors.retries,
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
  noteRetries(invocation, doors);
  if (found.classes.some((each) => !each.inSync)) return exitCodes.integrity;
  return found.failed.length > 0 ? exitCodes.partial : exitCodes.ok;
}
