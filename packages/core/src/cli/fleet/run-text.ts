import { SyncError } from '../../errors.js';
import type { TenantRecord } from '../../fleet/run-record.js';
import { counted } from '../../model/counted.js';
import { grouped } from '../../model/grouped.js';
import { foldLine } from '../fold.js';
import { align, type Paint } from '../paint.js';
import { visible, visibleText } from '../visible.js';
import { countsOf } from './noted-run.js';
import type { ShownRun, ShownState } from './open-run.js';

/** Runs of fleets as a table. */
export function runsText(runs: readonly ShownRun[], paint: Paint): string {
  if (runs.length === 0) return paint.dim('no runs');
  return align(runs.map((run) => cells(run, paint))).join('\n');
}

/** A run with its tenants: those that are not in sync by name, with why. */
export function runText(
  run: ShownRun,
  tenants: readonly TenantRecord[],
  { paint, columns, verbose }: { readonly paint: Paint; readonly columns: number; readonly verbose: boolean },
): string {
  const { inSync, done, left } = countsOf(tenants);
  const states = grouped(
    tenants.filter(({ state }) => state !== 'in-sync' && (verbose || state !== 'done')),
    ({ state, error }) => JSON.stringify([state, error?.code, error?.message]),
  );
  const told = [...states.values()].map((some) => stateText(some, { paint, columns, verbose }));
  const counts = [
    ...(inSync > 0 ? [`${counted(inSync, 'tenant')} in sync before`] : []),
    `${done} synced`,
    ...(left > 0 ? [`${left} left`] : []),
  ];
  return [cells(run, paint).join('  '), counts.join(' · '), ...told].join('\n');
}

function stateText(
  some: readonly TenantRecord[],
  { paint, columns, verbose }: { readonly paint: Paint; readonly columns: number; readonly verbose: boolean },
): string {
  const [first] = some;
  if (!first) return '';
  const named = verbose ? some : some.slice(0, 8);
  const more = some.length > named.length ? ` and ${some.length - named.length} more` : '';
  const attempts = (each: TenantRecord) => (each.attempts > 1 ? ` (${each.attempts} attempts)` : '');
  const names = named.map((each) => `${visible(each.tenant)}${attempts(each)}`).join(', ');
  const line = foldLine(`${counted(some.length, 'tenant')} ${first.state}: ${names}${more}`, columns);
  const { error } = first;
  if (!error) return line;
  const hint = error.hint === undefined ? [] : [`  ${paint.cyan('hint:')} ${visibleText(String(error.hint))}`];
  return [line, `  ${paint.red(`error[${error.code}]`)} ${visibleText(String(error.message))}`, ...hint].join('\n');
}

function cells(run: ShownRun, paint: Paint): readonly string[] {
  const { tenants, done, failed } = run;
  return [
    paint.cyan(visible(run.run.slice(0, 8))),
    visible(run.startedAt)
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z'),
    visible(run.fleet),
    `${paintState(run.state, paint)}${run.wanted === 'go' ? '' : ` (${run.wanted} asked)`}`,
    counted(tenants, 'tenant'),
    run.finishedAt === undefined ? '' : `${done} synced${failed > 0 ? `, ${failed} failed` : ''}`,
    paint.dim(visible(`${run.user}@${run.host}, schema-sync ${run.version}`)),
  ];
}

function paintState(state: ShownState, paint: Paint): string {
  switch (state) {
    case 'done':
      return paint.green(state);
    case 'running':
    case 'paused':
      return paint.cyan(state);
    case 'held':
    case 'stopped':
    case 'cancelled':
      return paint.yellow(state);
    case 'failed':
    case 'died':
      return paint.red(state);
    default:
      return state satisfies never;
  }
}

/** Why a run cannot be asked for something as it stands. */
export function refusal(message: string, hint: string): SyncError {
  return new SyncError({ code: 'NOT_FOUND', op: 'runs', message, hint });
}
