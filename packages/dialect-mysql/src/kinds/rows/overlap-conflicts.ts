import { quoteName } from '../../text/names.js';
import type { IndexSpec, PeriodSpec } from '../table/spec.js';
import type { Asked, PartConflict } from './asked.js';
import { placeOf, rowsWhere, these } from './source.js';

/** Rows that are alike and hold at the same time: of those in the order in which they begin, each that begins before one ended, or ends after the next one begins. */
export function overlapConflicts(
  { name, parts }: IndexSpec,
  { start, end }: PeriodSpec,
  { toBe }: Asked,
): readonly PartConflict[] {
  const names = parts.flatMap(({ column }) => (column === undefined ? [] : [column]));
  const [from, until] = [quoteName(start), quoteName(end)];
  const order = `PARTITION BY ${names.map(quoteName).join(', ')} ORDER BY ${from}, ${until}`;
  const known = names.map((column) => `${quoteName(column)} IS NOT NULL`).join(' AND ');
  const rows = `(SELECT ${toBe.all}, MAX(${until}) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS \`ended\`, LEAD(${from}) OVER (${order}) AS \`begins\` FROM ${toBe.from()} WHERE ${known}) AS timed`;
  const tell = (count: number) =>
    `${placeOf(toBe, [...names, start, end])}: ${these(count, 'holds at the same time as another one', 'hold at the same time as others')}`;
  const where = `(${from} < \`ended\` OR ${until} > \`begins\`)`;
  return [{ about: `index ${name}`, conflict: rowsWhere(toBe, where, tell, { from: rows }) }];
}
