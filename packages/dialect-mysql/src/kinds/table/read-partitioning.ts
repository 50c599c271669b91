import { grouped } from '@sync/core';
import type { Rows } from '../../read/rows.js';
import type { PartitioningSpec, PartitionSpec } from './spec.js';

/** How the rows of a table are dealt out, from a row for each part of each partition. */
export function readPartitioning(rows: readonly Rows['partitions'][]): PartitioningSpec | undefined {
  const [first] = rows;
  if (!first) return undefined;
  return {
    method: first.method,
    expression: first.expression ?? '',
    ...(first.partMethod !== null && {
      within: { method: first.partMethod, expression: first.partExpression ?? '' },
    }),
    partitions: Array.from(
      grouped(rows, ({ name }) => name),
      ([name, parts]) => readPartition(name, parts),
    ),
  };
}

function readPartition(name: string, rows: readonly Rows['partitions'][]): PartitionSpec {
  const [first] = rows;
  const values = first?.values;
  const isRange = first?.method.startsWith('RANGE');
  const parts = rows.flatMap(({ part }) => (part === null ? [] : [part]));
  return {
    name,
    ...(values && {
      values: isRange ? `LESS THAN ${values === 'MAXVALUE' ? values : `(${values})`}` : `IN (${values})`,
    }),
    ...(first?.comment && { comment: first.comment }),
    ...(parts.length > 0 && { parts }),
  };
}
