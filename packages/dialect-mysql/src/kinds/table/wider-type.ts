import type { ColumnSpec } from './spec.js';
import { partsOf, type TypeParts, typeFit } from './type-fit.js';

/** Of the types of two columns the one that holds whatever the other holds, as clients write and read it; undefined where neither does. */
export function widerType(one: ColumnSpec, other: ColumnSpec): string | undefined {
  if (typeFit(one, other) !== 'converted') return other.type;
  if (typeFit(other, one) !== 'converted') return one.type;
  return unitedList(one.type, other.type);
}

/** The values of both, where a type lists them: those that there are first, so that no row is written again. */
function unitedList(one: string, other: string): string | undefined {
  const [before, after] = [partsOf(one), partsOf(other)];
  if (before.name !== after.name || (before.name !== 'enum' && before.name !== 'set')) return undefined;
  return `${before.name}(${[...new Set([...valuesOf(before), ...valuesOf(after)])].join(',')})`;
}

function valuesOf({ list }: TypeParts): readonly string[] {
  return list.match(/'(?:[^']|'')*'/g) ?? [];
}
