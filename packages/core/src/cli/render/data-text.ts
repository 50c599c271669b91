import { counted } from '../../model/counted.js';
import { grouped } from '../../model/grouped.js';
import type { DataCheck } from '../../run/check-data.js';
import { conflictLine } from '../../run/row-conflicts.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

/** Which rows stand in the way of which steps, with the queries that show them; and what could not be asked. */
export function dataText({ asked, inTheWay, unasked }: DataCheck, paint: Paint): string {
  if (asked === 0) return paint.green('✓ no step depends on the rows that are there');
  const found = [...grouped(inTheWay, ({ step }) => step).values()].map((all) => [
    stepLine(all[0], paint),
    ...all.flatMap((rows) => [`    ${paint.red('!')} ${visible(conflictLine(rows))}`, queryLine(rows, paint)]),
  ]);
  const silent = unasked.map((each) => [
    stepLine(each, paint),
    `    ${paint.yellow('?')} ${visible(`table "${each.table}" could not be asked: ${each.reason}`)}`,
    queryLine(each, paint),
  ]);
  return [
    ...section('Rows in the way', found, paint),
    ...section('What could not be asked', silent, paint),
    ...(found.length > 0 ? [] : [nothingText(asked, unasked.length, paint)]),
  ].join('\n');
}

function stepLine(place: { readonly step: number; readonly summary: string } | undefined, paint: Paint): string {
  return place ? `${paint.cyan(String(place.step).padStart(3))}  ${paint.bold(visible(place.summary))}` : '';
}

function queryLine({ query }: { readonly query: string }, paint: Paint): string {
  return `      ${paint.dim(visible(query))}`;
}

function section(title: string, groups: readonly (readonly string[])[], paint: Paint): readonly string[] {
  return groups.length === 0 ? [] : [paint.bold(title), ...groups.flat()];
}

function nothingText(asked: number, unasked: number, paint: Paint): string {
  const said = `no rows are in the way: ${counted(asked - unasked, 'query')} asked`;
  return unasked > 0 ? paint.yellow(said) : paint.green(`✓ ${said}`);
}
