import type { HistoryEntry } from '../../engine-types.js';
import { counted } from '../../model/counted.js';
import type { RunOutcome, RunReport } from '../../run/report.js';
import { align, type Paint } from '../paint.js';
import { visible, visibleText } from '../visible.js';
import { duration } from './titles.js';

/** Runs as a table, the newest first; with their steps where more is asked for. */
export function historyText(
  history: readonly HistoryEntry[],
  paint: Paint,
  { verbose, tenant }: { readonly verbose: boolean; readonly tenant?: string },
): string {
  if (history.length === 0) return paint.dim('no runs');
  const isShared = tenant !== undefined && history.some((entry) => entry.tenant !== tenant);
  const lines = align(
    history.map((entry) => [...runCells(entry, paint), ...(isShared ? [visible(`tenant ${entry.tenant}`)] : [])]),
  );
  return history.map((entry, i) => [lines[i] ?? '', ...extraLines(entry, paint, verbose)].join('\n')).join('\n');
}

function runCells(entry: HistoryEntry, paint: Paint): readonly string[] {
  return [
    paint.cyan(visible(entry.run.slice(0, 8))),
    visible(entry.startedAt)
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z'),
    entry.direction === 'up' ? '↑ up' : '↓ down',
    outcomeText(entry.outcome, paint),
    counted(entry.steps.filter((step) => step.outcome === 'done').length, 'step'),
    tookText(entry),
    paint.dim(visible(`${whoRan(entry)}, schema-sync ${entry.version}`)),
    undoText(entry, paint),
  ];
}

/** Who was at the machine, and as whom the server took it where that is another name. */
function whoRan({ user, host, role }: HistoryEntry): string {
  return role === undefined || role === user ? `${user}@${host}` : `${user}@${host} as ${role}`;
}

function undoText({ takesBack, takenBackBy }: HistoryEntry, paint: Paint): string {
  const parts = [
    ...(takesBack === undefined ? [] : [`takes back ${takesBack.slice(0, 8)}`]),
    ...(takenBackBy === undefined ? [] : [`taken back by ${takenBackBy.slice(0, 8)}`]),
  ];
  return paint.yellow(visible(parts.join(', ')));
}

function extraLines(entry: HistoryEntry, paint: Paint, verbose: boolean): readonly string[] {
  const steps = verbose
    ? entry.steps.map(
        (step) => `    ${String(step.step).padStart(3)}  ${visible(step.summary)}  ${outcomeText(step.outcome, paint)}`,
      )
    : [];
  const error = entry.error === undefined ? [] : visibleText(entry.error).split('\n');
  return [...error.map((line) => `    ${paint.red(line)}`), ...steps];
}

/** When a process died nobody knows, only when it was found out. */
function tookText({ outcome, startedAt, finishedAt }: HistoryEntry): string {
  return finishedAt === undefined || outcome === 'died' ? '' : duration(Date.parse(finishedAt) - Date.parse(startedAt));
}

/** An outcome in its colour. `running` in a journal may mean that the process died. */
function outcomeText(outcome: RunOutcome, paint: Paint): string {
  switch (outcome) {
    case 'done':
      return paint.green('done');
    case 'failed':
      return paint.red('failed');
    case 'died':
      return paint.red('died');
    case 'cancelled':
      return paint.yellow('cancelled');
    case 'running':
      return paint.yellow('not finished');
    default:
      return outcome satisfies never;
  }
}

/** What a run did, in one line. */
export function reportText(report: RunReport, paint: Paint): string {
  const { steps, statements, elapsedMs, run, repeated, laterRuns } = report;
  if (repeated) return repeatedText({ run, later: laterRuns }, paint);
  return `${paint.green('✓')} ${counted(steps.done, 'step')}, ${counted(statements.done, 'statement')} in ${duration(elapsedMs)}; the database was read again and is as planned ${paint.dim(`(run ${run.slice(0, 8)})`)}`;
}

/** That a plan has run before, when, and what came after it. */
export function repeatedText(
  {
    run,
    startedAt,
    later = [],
  }: { readonly run: string; readonly startedAt?: string; readonly later?: readonly string[] | undefined },
  paint: Paint,
): string {
  const when = startedAt === undefined ? '' : ` of ${visible(startedAt)}`;
  const names = later.map((each) => each.slice(0, 8));
  const few = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const stand =
    few.length === 0
      ? ''
      : `; ${names.length === 1 ? 'a later run stands' : 'later runs stand'} on it (${visible(few.join(', '))})`;
  return `${paint.green('✓')} already applied by run ${visible(run.slice(0, 8))}${when}${stand}; nothing was touched`;
}
