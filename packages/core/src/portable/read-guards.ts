import type { PortableCheck, PortableColumn } from '../contract/portable.js';
import { type Bound, boundOf } from './guard.js';
import { guardName } from './names.js';

/** Checks of a table, parted: those that stand in for the types of columns, by these, and all others. A check is taken for such a one by its name and by what it says. */
export function partGuards(
  table: string,
  checks: readonly PortableCheck[],
): { readonly bounds: ReadonlyMap<string, Bound>; readonly checks: readonly PortableCheck[] } {
  const bounds = new Map<string, Bound>();
  const others = checks.filter(({ name, expression }) => {
    const bound = boundOf(expression);
    if (!bound || name?.toLowerCase() !== guardName(table, bound.column).toLowerCase()) return true;
    bounds.set(bound.column, bound);
    return false;
  });
  return { bounds, checks: others };
}

/** A default as its column's type has it: engines print numbers as texts, and truth as a number. */
export function fitDefault(column: PortableColumn): PortableColumn {
  const { type, default: value } = column;
  if (!value) return column;
  const isNumeric = type.base === 'integer' || type.base === 'decimal' || type.base === 'float';
  if (type.base === 'boolean' && 'number' in value)
    return { ...column, default: { truth: Number(value.number) !== 0 } };
  if (type.base === 'boolean' && 'text' in value && /^[01]$/.test(value.text))
    return { ...column, default: { truth: value.text === '1' } };
  if (isNumeric && 'text' in value && /^-?\d+(?:\.\d+)?$/.test(value.text))
    return { ...column, default: { number: value.text } };
  if (type.base === 'text' && 'number' in value) return { ...column, default: { text: value.number } };
  return column;
}
