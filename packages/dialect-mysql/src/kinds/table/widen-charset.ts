import { foldMember } from '../../text/names.js';
import type { Cost, Costs } from './costs.js';
import type { Pair, TableDifference } from './difference.js';
import { isOver } from './is-over.js';
import type { ColumnSpec } from './spec.js';
import { isShort, partsOf } from './type-fit.js';

/**
 * What it costs to have a text take other characters. One of utf8mb3 is one of utf8mb4 as it stands, so that nothing is written anew where its length takes as many bytes
 * as before, and where no index is in another order from then on.
 */
export function costOfCharset(pair: Pair<ColumnSpec>, { from, to }: TableDifference, costs: Costs): Cost {
  const name = foldMember(pair.from.name);
  const isIn = (columns: readonly string[]) => columns.some((column) => foldMember(column) === name);
  const isOfKey = [from, to].some(({ spec }) => spec.foreignKeys.some(({ columns }) => isIn(columns)));
  if (!isWithin(pair) || isOfKey) return 'copy';
  if (/^(?:enum|set)\b/.test(pair.from.type)) return costs.changeCollationOfList;
  if (!isAsLong(pair)) return 'copy';
  const over = from.spec.indexes.filter((index) => isOver(index, name));
  // How many bytes the first characters take is part of what such an index is.
  if (over.some(({ parts }) => parts.some(({ column = '', length }) => length !== undefined && isIn([column]))))
    return 'copy';
  return over.length > 0 || from.spec.partitioning ? costs.widenCharsetIndexed : costs.widenCharset;
}

/** Whether texts are in the same order under another character set: its collation is called the same, but for the set. */
export function isInSameOrder({ from, to }: Pair<ColumnSpec>): boolean {
  const order = ({ collation = '' }: ColumnSpec) => collation.slice(collation.indexOf('_') + 1);
  return order(from) === order(to);
}

/** Whether each text of the one is a text of the other, byte by byte. */
function isWithin({ from, to }: Pair<ColumnSpec>): boolean {
  return (from.charset === 'utf8mb3' || from.charset === 'utf8') && to.charset === 'utf8mb4';
}

function isAsLong({ from, to }: Pair<ColumnSpec>): boolean {
  const [was, will] = [partsOf(from.type), partsOf(to.type)];
  if (!/^(?:var)?char$/.test(was.name)) return true;
  return isShort(Number(was.list), from.charset) === isShort(Number(will.list), to.charset);
}
