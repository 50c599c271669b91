import type { Impossible, SchemaObject } from '@sync/core';
import { shown } from '../../text/qualified.js';
import { mentionsColumn } from '../../text/rename-in.js';
import type { TableSpec } from './spec.js';

/** How to change what a table is partitioned by. */
export const byANewTable =
  'Make a new table with its partitions, copy the rows, and drop the old one: in runs of their own, or by hand.';

/** Why a column keeps its type where a table is partitioned by it: the server changes that in no way. */
export function heldByPartitionKey(
  table: SchemaObject<TableSpec>,
  columns: readonly string[],
  why: string,
): Impossible | undefined {
  const { partitionBy } = table.spec;
  const column = columns.find((name) => partitionBy !== undefined && mentionsColumn(partitionBy, name));
  if (column === undefined) return undefined;
  return {
    impossible: `table ${shown(table)} is partitioned by ${column}, ${why}, and the server changes the type of no such column`,
    hint: byANewTable,
  };
}
