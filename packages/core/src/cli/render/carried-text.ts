import type { Carriage, CarriedColumn } from '../../contract/portable.js';
import { counted } from '../../model/counted.js';
import { carriages } from '../../portable/carriage.js';
import type { Translation } from '../../portable/translate.js';
import { alignFolded } from '../fold.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

const words: Readonly<Record<Carriage, string>> = {
  lossless: 'lossless',
  widened: 'widened',
  checked: 'kept by a check',
  values: 'depends on values',
  lossy: 'lossy',
  impossible: 'impossible',
};

/** How columns came over to another engine, by tables: a line for each that is not there as it was, or for all of them; and what did not come along. */
export function carriedText(
  { from, to, columns, notCarried }: Translation,
  paint: Paint,
  { width, verbose }: { readonly width: number; readonly verbose: boolean },
): string {
  const counts = carriages.flatMap((carriage) => {
    const count = columns.filter((column) => column.carriage === carriage).length;
    return count === 0 ? [] : [`${count} ${words[carriage]}`];
  });
  const told = columns.filter(({ carriage }) => verbose || carriage !== 'lossless');
  const lost = notCarried.map(({ what, reason }) => [visible(what), visible(reason)]);
  return [
    `${paint.bold(`From ${from} to ${to}`)}: ${counted(columns.length, 'column')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`,
    ...byTable(told, paint, width),
    ...(lost.length > 0 ? [`${paint.bold('Not carried over')}:`, ...alignFolded(lost, width, '  ')] : []),
  ].join('\n');
}

/** A line for each column below the name of its table; all of them are aligned with each other. */
function byTable(columns: readonly CarriedColumn[], paint: Paint, width: number): readonly string[] {
  const rows = columns.map(({ column, from, to, carriage, reason = '' }) => [
    visible(column),
    visible(`${from} → ${to}`),
    painted(carriage, paint),
    visible(reason),
  ]);
  return alignFolded(rows, width, '    ').flatMap((line, i) => {
    const table = columns[i]?.table ?? '';
    return table === columns[i - 1]?.table ? [line] : [`  ${paint.bold(visible(table))}`, line];
  });
}

function painted(carriage: Carriage, paint: Paint): string {
  const word = words[carriage];
  if (carriage === 'lossy' || carriage === 'impossible') return paint.red(word);
  return carriage === 'values' ? paint.yellow(word) : word;
}
