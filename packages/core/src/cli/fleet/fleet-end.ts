import { exitCodes, throwIfAborted } from '../../errors.js';
import type { Doors } from '../../fleet/doors.js';
import { type FleetRun, fleetError, type RunWords } from '../../fleet/run-fleet.js';
import { counted } from '../../model/counted.js';
import type { RunReport } from '../../run/report.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import type { Paint } from '../paint.js';
import { errorText } from '../report-error.js';
import type { Workbench } from '../workbench.js';
import { noteRetries } from './doors-of.js';
import { failedDocument } from './fleet-documents.js';
import { failedText } from './fleet-text.js';

/** How a run of a fleet ended, and what is told of it beside. */
export interface Ending<Result = RunReport> {
  readonly fleet: string;
  readonly ran: FleetRun<Result>;
  /** How many were in sync before. */
  readonly inSync: number;
  /** Whether it was only shown. */
  readonly dry?: boolean;
  readonly doors: Doors;
  /** What programs are told beside. */
  readonly more: object;
}

/** How a run of another kind is told. */
interface Telling<Result> {
  readonly words: RunWords;
  /** What programs are told of a tenant that came through. */
  documentOf(result: Result): object;
}

const syncing: Telling<RunReport> = {
  words: {
    stood: 'in sync',
    done: 'synced',
    wereBrought: 'were brought in sync',
    again: 'those that are in sync are left alone',
  },
  documentOf: (report) => ({ report }),
};

/** Tells how a sync of a fleet ended, and gives the exit code. */
export function tellEnd(invocation: Invocation, bench: Workbench, ending: Ending): number | undefined {
  return tellEndOf(invocation, bench, ending, syncing);
}

/** Tells how a run of a fleet ended, and gives the exit code. */
export function tellEndOf<Result>(
  invocation: Invocation,
  bench: Workbench,
  { fleet, ran, inSync, dry = false, doors, more }: Ending<Result>,
  { words, documentOf }: Telling<Result>,
): number | undefined {
  const { terminal, command, flags, signal } = invocation;
  const { paint } = terminal;
  if ((flags as { readonly format?: string }).format === 'json') {
    terminal.json(document(command, { fleet, ...more, ...runDocument(ran, documentOf), retries: doors.retries }));
  } else {
    const view = { driver: bench.driver, paint, columns: terminal.printColumns, verbose: flags.verbose };
    const failed = ran.failed.length > 0 ? [failedText(ran.failed, view)] : [];
    terminal.print(['', ...failed, summary(ran, { inSync, dry, words, paint })].join('\n\n').trimStart());
  }
  noteRetries(invocation, doors);
  throwIfAborted(signal, command);
  const error = dry ? undefined : fleetError(ran, command, words);
  if (error) {
    if (!terminal.quiet) terminal.warn(errorText(error, terminal.errorPaint, flags.verbose));
    if (inSync + ran.done.length + ran.skipped.length > 0) return exitCodes.partial;
  }
  return ran.failed[0]?.error.exitCode;
}

function runDocument<Result>(
  { done, failed, cancelled, skipped }: FleetRun<Result>,
  documentOf: (result: Result) => object,
) {
  return {
    done: done.map(({ member, report }) => ({ tenant: member.tenant.id, ...documentOf(report) })),
    failed: failed.map(failedDocument),
    cancelled: cancelled.map(({ member }) => member.tenant.id),
    skipped: skipped.map(({ tenant }) => tenant.id),
  };
}

interface Summary extends Pick<Ending, 'inSync'> {
  readonly dry: boolean;
  readonly words: RunWords;
  readonly paint: Paint;
}

function summary(
  { done, failed, cancelled, skipped }: FleetRun<unknown>,
  { inSync, dry, words, paint }: Summary,
): string {
  const parts = [
    ...(inSync > 0 ? [paint.green(`${counted(inSync, 'tenant')} ${words.stood}`)] : []),
    ...(done.length > 0 ? [paint.green(`${done.length} ${words.done}`)] : []),
    ...(failed.length > 0 ? [paint.red(`${failed.length} failed`)] : []),
    ...(cancelled.length > 0 ? [paint.yellow(`${cancelled.length} stopped`)] : []),
    ...(skipped.length > 0 ? [paint.yellow(`${skipped.length} not begun`)] : []),
    ...(dry || done.length + failed.length + cancelled.length + skipped.length === 0
      ? [paint.dim('nothing was changed')]
      : []),
  ];
  return parts.join(' · ');
}
