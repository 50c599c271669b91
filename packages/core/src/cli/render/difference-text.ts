import type { Change, Verb } from '../../contract/change.js';
import type { Driver } from '../../contract/driver.js';
import type { Unmanaged } from '../../contract/kind.js';
import type { Difference, RenameSuspect, UnmadeRename } from '../../diff/difference.js';
import { titleOf } from '../../diff/kinds.js';
import { counted } from '../../model/counted.js';
import { renameComment, renameField, renameFlag } from '../../model/rename-text.js';
import type { PlanPhase } from '../../plan/phase.js';
import { tableTitle } from '../../plan/seed-table.js';
import type { PendingSeed } from '../../plan/seeds.js';
import type { SourceWarning } from '../../source/compiled.js';
import { alignFolded, foldLine } from '../fold.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { changesText } from './changes-text.js';

/** What is shown with a difference, and how. */
export interface DifferenceView {
  readonly seeds?: readonly PendingSeed[];
  /** The width of the terminal. */
  readonly columns?: number;
}

/** A difference with its sides, its changes and a summary. */
export function differenceText(
  difference: Difference,
  sides: { readonly from: string; readonly to: string },
  driver: Driver,
  paint: Paint,
  { seeds = [], columns = Number.POSITIVE_INFINITY }: DifferenceView = {},
): string {
  const head = foldLine(`${paint.dim(visible(sides.from))} → ${paint.dim(visible(sides.to))}`, columns);
  const rows = seeds.length > 0 ? [seeds.map((seed) => seedText(seed, paint)).join('\n')] : [];
  if (difference.changes.length === 0) {
    return [head, ...rows, ...(rows.length > 0 ? [] : [paint.green('✓ no differences')])].join('\n\n');
  }
  const { changes } = difference;
  return [head, changesText(difference, driver, paint, columns), ...rows, summaryOf(changes, paint)].join('\n\n');
}

function seedText({ rows, missing, ...seed }: PendingSeed, paint: Paint): string {
  const different = rows.length - missing;
  const facts = [
    ...(missing > 0 ? [`${counted(missing, 'row')} missing`] : []),
    ...(different > 0 ? [`${counted(different, 'row')} different`] : []),
  ];
  return `${paint.yellow('~')} seed rows of ${visible(tableTitle(seed))}: ${facts.join(', ')}`;
}

/** Which phase comes next, for whoever makes the change in two. */
export function nextText(next: PlanPhase, paint: Paint): string {
  return paint.dim(
    next === 'expand'
      ? 'in phases: --phase expand comes next, and old clients go on beside new ones'
      : 'in phases: old and new clients are served; --phase contract takes the old shape away',
  );
}

const verbs: readonly Verb[] = ['create', 'alter', 'rename', 'replace', 'drop'];

/** `3 changes: 1 create, 2 alter`. */
export function summaryOf(changes: readonly Change[], paint: Paint): string {
  const counts = verbs.flatMap((verb) => {
    const count = changes.filter((change) => change.verb === verb).length;
    return count === 0 ? [] : [`${count} ${verb}`];
  });
  return `${paint.bold(counted(changes.length, 'change'))}: ${counts.join(', ')}`;
}

/** What looks like a rename and was not said to be one, with what to write if it is. */
export function suspectText(suspects: readonly RenameSuspect[], paint: Paint): string {
  const lines = suspects.map(({ from, to }) => {
    const [old, renamed] = [visible(from.join('.')), visible(to.join('.'))];
    const flag = renameFlag(from, to);
    const last = from.at(-1) ?? '';
    if (from.slice(0, -1).join('.') !== to.slice(0, -1).join('.'))
      return `${paint.yellow('?')} ${old} is dropped and ${renamed} is added. If it was moved there, pass ${paint.cyan(visible(flag))}`;
    return `${paint.yellow('?')} ${old} is dropped and ${renamed} is added. If it was renamed, pass ${paint.cyan(visible(flag))}\n  or write ${paint.cyan(visible(renameComment(last)))} (in SQL) or ${paint.cyan(visible(renameField(last)))} (in YAML) beside it.`;
  });
  return lines.join('\n');
}

/** The renames that were written down and are not made: those that may be at an end in one line, the others each with the reason. */
export function unmadeText(unmade: readonly UnmadeRename[], paint: Paint): string {
  const spent = unmade.filter(({ reason }) => reason === 'made' || reason === 'missing');
  const [first, ...more] = spent.map(({ at, from, to }) => visible(`${at} (${from.join('.')} → ${to.join('.')})`));
  const others = more.length === 0 ? '' : ` and for ${counted(more.length, 'other rename')}`;
  const note =
    first === undefined
      ? []
      : [
          `${paint.dim('note')} there is nothing left to rename for ${first}${others}: made before, or never needed here`,
        ];
  const lines = unmade.flatMap(({ at, from, to, reason }) => {
    const [old, renamed] = [visible(from.join('.')), visible(to.join('.'))];
    if (reason === 'traded') {
      const flag = renameFlag(from, to);
      return [
        `${paint.dim('note')} ${visible(at)}: ${old} and ${renamed} seem to have traded places already: as they are, they are nearer to the desired state. If they did not, pass ${paint.cyan(visible(flag))}, and likewise for the other, in one run`,
      ];
    }
    if (reason === 'left-alone') {
      return [
        `${paint.dim('note')} ${visible(at)}: ${old} is not renamed to ${renamed}: both are there, and ${old} is left alone`,
      ];
    }
    const why =
      reason === 'occupied'
        ? `both are there, and ${old} is dropped`
        : `the desired state has ${old}, too, and ${renamed} is added`;
    return reason === 'occupied' || reason === 'wanted'
      ? [`${paint.yellow('warning')} ${visible(at)}: ${old} is not renamed to ${renamed}: ${why}`]
      : [];
  });
  return [...lines, ...note].join('\n');
}

/** What is there and left alone, with the reasons. */
export function unmanagedText(
  unmanaged: readonly Unmanaged[],
  driver: Driver,
  paint: Paint,
  columns = Number.POSITIVE_INFINITY,
): string {
  const rows = unmanaged.map(({ kind, name, in: around, reason }) => [
    `  ${visible(titleOf(kind, driver))} ${visible(around === undefined ? name : `${around}.${name}`)}`,
    paint.dim(visible(reason)),
  ]);
  return `${paint.bold('Left alone')}\n${alignFolded(rows, columns).join('\n')}`;
}

/** What a source left out or read leniently. */
export function warningText(warnings: readonly SourceWarning[], paint: Paint): string {
  return warnings.map(({ at, message }) => `${paint.yellow('warning')} ${visible(at)}: ${visible(message)}`).join('\n');
}
