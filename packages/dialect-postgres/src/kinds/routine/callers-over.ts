import type { Address, Change, Delta, EntailContext, SchemaObject } from '@sync/core';
import type { DomainSpec } from '../domain/spec.js';
import { columnsInOrder, type TableLayout, type TableSpec } from '../table/spec.js';
import type { TableDelta } from '../table/table-delta.js';
import { computedOver } from '../type/computed.js';

/**
 * What asks to be written anew for a function that is dropped and created again: columns that are computed with it. Defaults are taken away and put back by who creates
 * it; where it is another function that is called with the same words from then on, they are written anew, too.
 */
export function callersOver(
  change: Extract<Change, { verb: 'replace' }>,
  context: EntailContext,
): ReadonlyMap<Address, readonly Delta[]> {
  const all = new Map<Address, readonly Delta[]>(computedOver(change, context));
  if (change.to.address === change.address) return all;
  for (const wanted of context.goal.dependents(change.to.address)) {
    const from = context.base.get(context.origin(wanted.address));
    const deltas = from ? defaultsWith(change.address, from, wanted) : [];
    if (from && deltas.length > 0) all.set(from.address, [...(all.get(from.address) ?? []), ...deltas]);
  }
  return all;
}

/** The defaults that call a function and say the same afterwards. */
function defaultsWith(of: Address, from: SchemaObject, to: SchemaObject): readonly Delta[] {
  if (from.kind === 'postgres/domain') {
    const [old, next] = [from, to].map(({ spec }) => (spec as DomainSpec).default);
    return old !== undefined && old === next
      ? [{ type: 'change-default', path: ['default'], from: old, to: next }]
      : [];
  }
  if (from.kind !== 'table') return [];
  const table = from as SchemaObject<TableSpec>;
  const { calls = {} } = table.layout as unknown as TableLayout;
  const wanted = new Map(columnsInOrder(to as SchemaObject<TableSpec>).map((column) => [column.name, column]));
  return columnsInOrder(table).flatMap((before): readonly TableDelta[] => {
    const after = wanted.get(before.name);
    const { default: value } = before;
    if (value === undefined || before.generated || after?.default !== value || !calls[before.name]?.includes(of))
      return [];
    return [
      { type: 'change-default', path: ['columns', before.name, 'default'], from: value, to: value, before, after },
    ];
  });
}
