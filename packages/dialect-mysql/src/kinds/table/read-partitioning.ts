import { grouped } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { defaultPartitionIn } from '../../read/default-partition.js';
import { rotationIn } from '../../read/history-partitions.js';
import type { Rows } from '../../read/rows.js';
import { addsByItself, ofHistory, type PartitioningSpec, type PartitionSpec, takesRest } from './spec.js';

/** How the rows of a table are dealt out, from a row for each part of each partition. */
export function readPartitioning(
  rows: readonly Rows['partitions'][],
  definition: string | undefined,
  { executedComments }: Flavour,
): PartitioningSpec | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const isOfHistory = first.method === ofHistory;
  const expression = isOfHistory ? rotationIn(definition ?? '', lexisWith(executedComments)) : (first.expression ?? '');
  const rest = first.method.startsWith('LIST')
    ? defaultPartitionIn(definition ?? '', lexisWith(executedComments))
    : undefined;
  return {
    method: first.method,
    expression,
    ...(first.partMethod !== null && {
      within: { method: first.partMethod, expression: first.partExpression ?? '' },
    }),
    partitions: Array.from(
      // The server adds to those that it counts by itself as time goes by: only that it does is the table's own.
      grouped(isOfHistory && addsByItself(expression) ? [] : rows, ({ name }) => name),
      ([name, parts]) => readPartition(name, parts, name === rest),
    ),
  };
}

function readPartition(name: string, rows: readonly Rows['partitions'][], takesTheRest: boolean): PartitionSpec {
  const [first] = rows;
  const values = first?.values;
  if (first?.method === ofHistory) return readHistoryPartition(first, rows);
  const isRange = first?.method.startsWith('RANGE');
  const parts = rows.flatMap(({ part }) => (part === null ? [] : [part]));
  const listed = isRange ? `LESS THAN ${values === 'MAXVALUE' ? values : `(${values})`}` : `IN (${values})`;
  return {
    name,
    ...(values && { values: takesTheRest ? takesRest : listed }),
    ...(first?.comment && { comment: first.comment }),
    ...(parts.length > 0 && { parts }),
  };
}

/** Those of the history are in the order in which they are filled, before the one of the rows as they are. */
function readHistoryPartition(first: Rows['partitions'], rows: readonly Rows['partitions'][]): PartitionSpec {
  const parts = rows.flatMap(({ part }) => (part === null ? [] : [part]));
  return {
    name: first.name,
    values: first.values === 'CURRENT' ? 'CURRENT' : 'HISTORY',
    ...(first.comment && { comment: first.comment }),
    ...(parts.length > 0 && { parts }),
  };
}
