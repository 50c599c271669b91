import type { Carriage } from '../../contract/portable.js';
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

/** How columns came over to another engine: a line for each that is not there as it was, or for all of them; and what did not come along. */
export function carriedText(
  { from, to, columns, notCarried }: Translation,
  paint: Paint,
  { width, verbose }: { readonly width: number; readonly verbose: boolean },
): string {
  const counts = carriages.flatMap((carriage) => {
    const count = columns.filter((column) => column.carriage === carriage).length;
    return count === 0 ? [] : [`${count} ${words[carriage]}`];
  });
  const rows = columns
    .filter(({ carriage }) => verbose || carriage !== 'lossless')
    .map(({ table, column, from: before, to: after, carriage, reason = '' }) => [
      visible(`${table}.${column}`),
      visible(`${before} → ${after}`),
      painted(carriage, paint),
      visible(reason),
    ]);
  const lost = notCarried.map(({ what, reason }) => [visible(what), visible(reason)]);
  return [
    `${paint.bold(`From ${from} to ${to}`)}: ${counted(columns.length, 'column')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`,
    ...alignFolded(rows, width, '  '),
    ...(lost.length > 0 ? [`${paint.bold('Not carried over')}:`, ...alignFolded(lost, width, '  ')] : []),
  ].join('\n');
}

function painted(carriage: Carriage, paint: Paint): string {
  const word = words[carriage];
  if (carriage === 'lossy' || carriage === 'impossible') return paint.red(word);
  return carriage === 'values' ? paint.yellow(word) : word;
}
