import type { DocumentNode, Json } from '@sync/core';
import type { ClusteringPart, KeySpec } from '../read/columns.js';
import { nonEmpty, required } from './frame.js';

/** Reads `primaryKey` and `clusteringOrder`. The first list is the partition key; whatever follows is the clustering key, in one list or in several. */
export function readKey(
  node: DocumentNode,
  order: DocumentNode | undefined,
  { name, known }: { readonly name: string; readonly known?: ReadonlySet<string> },
): KeySpec {
  const [first, ...rest] = node.items();
  if (!first) return node.fail('a column is needed', 'Write `primaryKey: [[id]]`.');
  const columnIn = (item: DocumentNode): string => {
    const column = nonEmpty(item, 'the column');
    return !known || known.has(column) ? column : item.fail(`${name} has no column ${column}`);
  };
  const listed = (item: DocumentNode) => (Array.isArray(item.value) ? item.items() : [item]).map(columnIn);
  const descending = new Map(ordersIn(order).map((each) => [columnIn(each.column), each.isDescending]));
  const clustering = rest
    .flatMap(listed)
    .map((column): ClusteringPart => ({ column, ...(descending.get(column) && { descending: true as const }) }));
  const astray = [...descending.keys()].find((column) => !clustering.some((part) => part.column === column));
  if (astray !== undefined) order?.fail(`${astray} is no column of the clustering key`);
  return { partitionKey: listed(first), clustering };
}

/** One entry, as SchemaHero has it, or a list of them. */
function ordersIn(node: DocumentNode | undefined) {
  if (!node) return [];
  return (Array.isArray(node.value) ? node.items() : [node]).map((item) => {
    const { column, isDescending } = item.fields(['column', 'isDescending']);
    return { column: required(column, item, 'column'), isDescending: isDescending?.boolean() ?? false };
  });
}

/** A key as documents say it. */
export function writtenKey({ partitionKey, clustering }: KeySpec): { readonly [field: string]: Json } {
  const descending = clustering.filter((part) => part.descending);
  return {
    primaryKey: [[...partitionKey], ...clustering.map(({ column }) => [column])],
    ...(descending.length > 0 && {
      clusteringOrder: descending.map(({ column }) => ({ column, isDescending: true })),
    }),
  };
}
