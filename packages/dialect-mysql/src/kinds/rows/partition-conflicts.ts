import { lexisWith } from '../../lexis.js';
import { namesAny } from '../table/rename-columns.js';
import { type PartitioningSpec, takesRest } from '../table/spec.js';
import type { Asked, PartConflict } from './asked.js';
import { placeOf, rowsWhere, these } from './source.js';

const remedy = 'Declare a partition that takes these rows, or mend them first';

/** Rows for which there is no partition. */
export function partitionConflicts({ difference, toBe, flavour }: Asked): readonly PartConflict[] {
  const { partitioning } = difference.to.spec;
  const outside = difference.partitioning && partitioning ? outsideOf(partitioning) : undefined;
  if (outside === undefined || namesAny(outside, toBe.unknown, lexisWith(flavour.executedComments))) return [];
  const tell = (count: number) => `${placeOf(toBe, [])}: ${these(count, 'fits', 'fit')} into no partition`;
  return [{ about: 'partitioning', conflict: { ...rowsWhere(toBe, outside, tell), remedy } }];
}

/** Whether a row lies beyond the last range, or is in no list; rows without a value are in the first range. */
function outsideOf({ method, expression, partitions }: PartitioningSpec): string | undefined {
  const last = partitions.at(-1)?.values;
  if (last === undefined) return undefined;
  const isSingle = !expression.includes(',');
  if (method === 'RANGE' || (method === 'RANGE COLUMNS' && isSingle)) {
    const bound = /^LESS THAN \((.*)\)$/s.exec(last)?.[1];
    return bound === undefined || bound === 'MAXVALUE' ? undefined : `(${expression}) >= ${bound}`;
  }
  if (partitions.some(({ values }) => values === takesRest)) return undefined;
  if (method !== 'LIST' && (method !== 'LIST COLUMNS' || !isSingle)) return undefined;
  const values = partitions.flatMap((partition) => /^IN \((.*)\)$/s.exec(partition.values ?? '')?.[1] ?? []);
  const hasNone = values.some((list) => /(^|,)NULL(,|$)/.test(list));
  const none = hasNone ? '' : ` OR (${expression}) IS NULL`;
  return `(${expression}) NOT IN (${values
    .join(',')
    .replace(/(^|,)NULL(?=,|$)/g, '')
    .replace(/^,/, '')})${none}`;
}
