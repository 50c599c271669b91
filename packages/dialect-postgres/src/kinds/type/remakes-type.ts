import type { Change } from '@sync/core';

/** The differences for which a type or a collation is made anew beside the old one, by kinds. */
const remaking: Readonly<Record<string, ReadonlySet<string>>> = {
  'postgres/enum': new Set(['drop-value', 'change-order']),
  'postgres/domain': new Set(['change-base', 'change-parts']),
  'postgres/composite-type': new Set(['change-attributes', 'change-parts']),
  'postgres/range-type': new Set(['change-options', 'change-parts']),
  'postgres/collation': new Set(['change-options']),
};

/** Whether a change makes a type anew and converts the columns to it: then what names the type has to make way. */
export function remakesType(change: Change): boolean {
  const types = remaking[change.kind];
  return types !== undefined && change.verb === 'alter' && change.deltas.some(({ type }) => types.has(type));
}
