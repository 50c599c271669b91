import { type StepDraft, tokenizeMeaning } from '@sync/core';
import { blocksWrites, copiesTable } from '../../hazards.js';
import { lexisWith } from '../../lexis.js';
import { listed as listOf } from '../../text/listed.js';
import { quoteName, quoteNames } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import { isNumbered, printPartition, printPartitioning } from './print-partitioning.js';
import { ofHistory, type PartitioningSpec, type PartitionSpec, takesRest } from './spec.js';
import { historyOf } from './versioning.js';

/** Values of partitions hold no comments. */
const plainLexis = lexisWith(/(?!)/y);

/** What is done to some partitions of a table, without its name. */
type Move = Pick<StepDraft, 'hazards'> & { readonly clause: string; readonly does: string };

/** https://dev.mysql.com/doc/refman/9.7/en/alter-table-partition-operations.html: such a clause stands alone, and takes no ALGORITHM. */
export function repartition(difference: TableDifference): StepDraft {
  const { settings } = historyOf(difference);
  return { ...dealing(difference), ...(settings && { settings }) };
}

/** Whether the history leaves its partitions before it ends: it cannot end as long as it lies in them. */
export function leavesPartitionsFirst({ from, to }: TableDifference): boolean {
  return from.spec.partitioning?.method === ofHistory && to.spec.versioning === undefined;
}

function dealing({ from, to }: TableDifference): StepDraft {
  const table = `ALTER TABLE ${quoteName(to.name)}`;
  const [before, after] = [from.spec.partitioning, to.spec.partitioning];
  const move = before && after && moveBetween(before, after, to.name);
  if (move) {
    const { clause, does, hazards = [] } = move;
    return { summary: `${does} table ${to.name}`, sql: [{ text: `${table}\n  ${clause}` }], hazards };
  }
  return {
    summary: after ? `partition table ${to.name}` : `keep the rows of table ${to.name} together again`,
    sql: [{ text: after ? `${table}\n${printPartitioning(after)}` : `${table} REMOVE PARTITIONING` }],
    hazards: [copiesTable(to.name, 'its rows are dealt out anew')],
  };
}

/** Whether each row may come into another partition: not where partitions are only added behind those that there are. */
export function isDealtAnew({ partitioning, from, to }: TableDifference): boolean {
  const [before, after] = [from.spec.partitioning, to.spec.partitioning];
  const move = before && after && moveBetween(before, after, to.name);
  return partitioning && (move?.hazards !== undefined || !move);
}

function moveBetween(before: PartitioningSpec, after: PartitioningSpec, table: string): Move | undefined {
  const rest = ({ partitions, ...how }: PartitioningSpec) => JSON.stringify([how, partitions[0]?.parts?.length]);
  if (rest(before) !== rest(after)) return undefined;
  if (after.method === ofHistory) return moreHistory(before.partitions, after.partitions);
  return /^(RANGE|LIST)/.test(after.method)
    ? listed(before, after, table)
    : numbered(before.partitions, after.partitions, table);
}

/** Partitions of the history are only added before the one of the rows as they are: one that is dropped takes its part of the history along. */
function moreHistory(before: readonly PartitionSpec[], after: readonly PartitionSpec[]): Move | undefined {
  const [there, wanted] = [before.slice(0, -1), after.slice(0, -1)];
  const isSame =
    JSON.stringify([there, before.at(-1)]) === JSON.stringify([wanted.slice(0, there.length), after.at(-1)]);
  if (!isSame || wanted.length === there.length) return undefined;
  return { clause: `ADD PARTITION ${printed(wanted.slice(there.length))}`, does: 'add partitions to the history of' };
}

/** Partitions that rows are dealt to by a number: those at the end come or go. */
function numbered(before: readonly PartitionSpec[], after: readonly PartitionSpec[], table: string): Move | undefined {
  const more = after.length - before.length;
  if (more === 0 || !isNumbered(before) || !isNumbered(after)) return undefined;
  const hazards = [copiesTable(table, 'its rows are dealt out anew')];
  return more > 0
    ? { clause: `ADD PARTITION PARTITIONS ${more}`, does: 'add partitions to', hazards }
    : { clause: `COALESCE PARTITION ${-more}`, does: 'merge partitions of', hazards };
}

/** Partitions with values: what comes behind all is added, and of the rest only those are written anew that differ, with the next one where that gives or takes values. */
function listed(
  { method, partitions: before }: PartitioningSpec,
  { partitions: after }: PartitioningSpec,
  table: string,
): Move | undefined {
  // What a list comes to name lies in the partition of the rest until then.
  if ([...before, ...after].some(({ values }) => values === takesRest)) return undefined;
  const same = (a: PartitionSpec | undefined, b: PartitionSpec | undefined) => JSON.stringify(a) === JSON.stringify(b);
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && same(before[start], after[start])) start++;
  if (start === before.length)
    return { clause: `ADD PARTITION ${printed(after.slice(start))}`, does: 'add partitions to' };
  let end = 0;
  while (end < most - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const gone = () => before.slice(start, before.length - end);
  const come = () => after.slice(start, after.length - end);
  // Between the same bounds no row is without a place.
  while (end > 0 && gone().at(-1)?.values !== come().at(-1)?.values) end--;
  if (gone().at(-1)?.values !== come().at(-1)?.values) return undefined;
  if (method.startsWith('LIST') && !keepsValues(gone(), come())) return undefined;
  const names = gone().map(({ name }) => name);
  return {
    clause: `REORGANIZE PARTITION ${quoteNames(names)} INTO ${printed(come())}`,
    does: 'reorganize partitions of',
    hazards: [blocksWrites(table, `the rows of its partitions ${names.join(', ')} are dealt out anew`)],
  };
}

/**
 * Whether each value that is in a list still is in one. Where partitions are reorganized the server drops rows that fit into none, and says nothing; where all rows are
 * dealt out anew it refuses that (1526).
 */
function keepsValues(gone: readonly PartitionSpec[], come: readonly PartitionSpec[]): boolean {
  const there = new Set(come.flatMap(valuesOf));
  return gone.flatMap(valuesOf).every((value) => there.has(value));
}

function valuesOf({ values = '' }: PartitionSpec): readonly string[] {
  const tokens = tokenizeMeaning(values, plainLexis);
  const isList = tokens[0]?.text === 'IN' && tokens[1]?.text === '(';
  const written = isList ? listOf(tokens.slice(2, -1)) : [tokens];
  return written.map((value) => value.map(({ text }) => text).join(' '));
}

function printed(partitions: readonly PartitionSpec[]): string {
  return `(${partitions.map(printPartition).join(', ')})`;
}
