import { equalJson, type RenderContext } from '@sync/core';
import { foldName } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import { tablesThatReference } from './incoming.js';
import { rebuildOrder } from './rebuild-order.js';
import { isTable, type TableLayout } from './spec.js';

/**
 * The tables whose text says `REFERENCES table` without columns, and means the primary key of that moment. Where the key changes and their foreign key is not
 * to change with it, they would have to be written anew, which nothing else asks for.
 */
export function implicitReferences(difference: TableDifference, context: RenderContext): readonly string[] {
  if (!difference.primaryKey) return [];
  const table = foldName(difference.to.name);
  const key = difference.from.spec.primaryKey?.columns.map((part) => part.column);
  return tablesThatReference(table, context.base)
    .filter((child) => {
      const goal = context.goal.get(child.address);
      const layout = child.layout as unknown as TableLayout | undefined;
      if (!isTable(goal) || !layout?.implicit?.includes(table) || rebuildOrder(context).isRebuilt(child.address))
        return false;
      return goal.spec.foreignKeys.some((each) => each.table === table && equalJson(each.references, key));
    })
    .map((child) => child.name);
}
