import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { ofHistory, type PartitioningSpec, type PartitionSpec, takesRest } from './spec.js';

/** What says by itself which rows a partition takes. */
const bare: ReadonlySet<string> = new Set(['HISTORY', 'CURRENT', takesRest]);

/** The PARTITION BY clause. */
export function printPartitioning({ method, expression, within, partitions }: PartitioningSpec): string {
  const count = partitions[0]?.parts?.length ?? 0;
  const rotation = expression === '' ? '' : ` ${expression}`;
  const head = [
    `PARTITION BY ${method}${method === ofHistory ? rotation : ` (${expression})`}`,
    ...(within ? [`SUBPARTITION BY ${within.method} (${within.expression})`, `SUBPARTITIONS ${count}`] : []),
  ];
  // Partitions that the server adds by itself are left to it.
  if (partitions.length === 0) return head.join('\n');
  return [
    ...head,
    isNumbered(partitions) ? `PARTITIONS ${partitions.length}` : `(${partitions.map(printPartition).join(',\n ')})`,
  ].join('\n');
}

/** One partition with its values, its parts and its comment. */
export function printPartition({ name, values, comment, parts = [] }: PartitionSpec): string {
  const own = parts.every((part, i) => part === `${name}sp${i}`)
    ? []
    : parts.map((part) => `SUBPARTITION ${quoteName(part)}`);
  return [
    `PARTITION ${quoteName(name)}`,
    ...(values === undefined ? [] : [bare.has(values) ? values : `VALUES ${values}`]),
    ...(comment === undefined ? [] : [`COMMENT = ${quoteText(comment)}`]),
    ...(own.length === 0 ? [] : [`(${own.join(', ')})`]),
  ].join(' ');
}

/** Partitions that are called as the server calls them by itself need no names. */
export function isNumbered(partitions: readonly PartitionSpec[]): boolean {
  return partitions.every(
    ({ name, values, comment, parts = [] }, i) =>
      name === `p${i}` &&
      values === undefined &&
      comment === undefined &&
      parts.every((part, n) => part === `p${i}sp${n}`),
  );
}
