import { type Address, type Delta, type EntailContext, equalJson, partsOf, type SchemaObject } from '@sync/core';
import type { TableDifference } from './difference.js';
import { tablesThatReference } from './incoming.js';
import { printReferences } from './print-constraint.js';
import { isTable, type TableLayout, type TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** The delta of a foreign key that is to name the columns which it means. */
export const spellsOutReference = 'change-reference';

/**
 * The tables whose text says `REFERENCES table` without columns, and means the primary key of that moment. Where the key changes and their foreign key is not
 * to change with it, they are written anew, with the columns spelled out.
 */
export function implicitReferences(
  { primaryKey, from, to }: TableDifference,
  { base, goal, origin }: EntailContext,
): ReadonlyMap<Address, readonly Delta[]> {
  const entailed = new Map<Address, readonly Delta[]>();
  if (!primaryKey) return entailed;
  const table = to.scope.table;
  const [before = table] = partsOf(origin(to.object.address)).parts;
  const key = from.spec.primaryKey?.columns.map((part) => part.column);
  for (const child of tablesThatReference(table, goal)) {
    const written = base.get(origin(child.address));
    if (!isImplicit(written, before)) continue;
    const names = new TableView(child);
    const { spec } = names;
    const means = spec.foreignKeys.find((each) => each.table === table && equalJson(each.references, key));
    if (!means) continue;
    const { references: _, ...unsaid } = means;
    const [was, is] = [printReferences(unsaid, names), printReferences(means, names)];
    entailed.set(written.address, [{ type: spellsOutReference, path: ['foreignKeys', table], from: was, to: is }]);
  }
  return entailed;
}

function isImplicit(child: SchemaObject | undefined, table: string): child is SchemaObject<TableSpec> {
  const layout = child?.layout as unknown as TableLayout | undefined;
  return isTable(child) && (layout?.implicit?.includes(table) ?? false);
}
