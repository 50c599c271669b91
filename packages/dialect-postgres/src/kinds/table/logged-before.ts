import type { Address, Ref, RenderContext, SchemaObject } from '@sync/core';
import { referredFrom, referringTo } from '../constraint/referring-to.js';
import type { TableSpec } from './spec.js';

/** Which tables come first where several become logged, or unlogged: no logged table ever refers to one that is not. */
export function loggedBefore(
  table: SchemaObject<TableSpec>,
  { goal, change }: Pick<RenderContext, 'goal' | 'change'>,
): readonly Ref[] {
  const isAlong = (address: Address) => {
    const other = change(address);
    return other?.verb === 'alter' && other.deltas.some(({ type }) => type === 'change-unlogged');
  };
  const first = table.spec.unlogged ? referringTo(table.address, goal) : referredFrom(table.address, goal);
  return [...new Set(first)]
    .filter((address) => address !== table.address && isAlong(address))
    .map((address) => ({ verb: 'alter', address }));
}
