import { type Address, type Change, type EntailContext, equalJson, type Json, type SchemaObject } from '@sync/core';
import { type Facet, facetOf, overridable, ownFacets } from './facets.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from './spec.js';
import { columnChanges, type TableDelta } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

/**
 * What tables below have of their own is given to them again: what is set for a column of a table the server sets for all partitions and inheriting tables, whatever they
 * had. https://www.postgresql.org/docs/18/sql-altertable.html
 */
export function keptBelow(
  change: Change,
  { base, goal, origin }: EntailContext,
): ReadonlyMap<Address, readonly TableDelta[]> {
  const found = new Map<Address, readonly TableDelta[]>();
  const passed = passedOn(change);
  if (passed.length === 0) return found;
  for (const object of goal.dependents(change.address)) {
    const from = base.get(origin(object.address));
    if (object.kind !== 'table' || !from?.needs.includes(origin(change.address))) continue;
    const before = overridesOf(from as Table);
    const columns = new Map(columnsInOrder(object as Table).map((column) => [column.name, column]));
    const deltas = passed.flatMap(({ facet, after }): readonly TableDelta[] => {
      const own = columns.get(after.name);
      const above = ownFacets.includes(facet) ? null : json(facetOf[facet](after));
      const value = own && json(facetOf[facet](own));
      if (own === undefined || value === undefined || equalJson(above, value)) return [];
      // Where it becomes another one it is set anyway.
      const override = overridesOf(object as Table).get(own.name)?.[facet];
      if (override !== undefined && !equalJson(before.get(own.name)?.[facet] ?? null, override)) return [];
      const path = ['columns', own.name, facet];
      return [{ type: `change-${facet}`, path, to: value, before: own, after: own }];
    });
    if (deltas.length > 0) found.set(from.address, deltas);
  }
  return found;
}

/** What a table sets for those below; of a column that is dropped and added again, all that they had. */
function passedOn(change: Change): readonly { readonly facet: Facet; readonly after: ColumnSpec }[] {
  const changes = columnChanges(change);
  const dropped = new Set(changes.flatMap(({ delta }) => (delta.type === 'drop-column' ? [delta.path[1]] : [])));
  return changes.flatMap(({ delta: { type, after } }) => {
    if (!after) return [];
    if (type === 'add-column') return dropped.has(after.name) ? overridable.map((facet) => ({ facet, after })) : [];
    const facet = type.slice('change-'.length) as Facet;
    return overridable.includes(facet) && !ownFacets.includes(facet) ? [{ facet, after }] : [];
  });
}

function overridesOf({ spec: { overrides = [] } }: Table): ReadonlyMap<string, Readonly<Record<string, Json>>> {
  return new Map(overrides.map(({ name, facets }) => [name, facets]));
}

function json(value: unknown): Json {
  return (value ?? null) as Json;
}
