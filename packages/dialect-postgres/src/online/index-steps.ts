import { type Address, type Leftovers, partsOf, type StepDraft } from '@sync/core';
import { isBuiltOn } from '../read/parts/indexes.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import type { PartPlaces } from './part-places.js';
import { leavesOf, type Partition } from './partitions.js';
import { waitsForOthers } from './waiting.js';

/** An index of a partitioned table; `table` and `at`, its own place, are SQL. */
export interface PartitionedIndex {
  readonly name: string;
  readonly table: string;
  readonly at: string;
  readonly unique: boolean;
  readonly definition: string;
  readonly summary: string;
}

/** An index of this name that a failed CREATE INDEX CONCURRENTLY left: one that is being built right now is none. */
export function invalidIndex(name: string): Leftovers {
  return {
    find: {
      text: `
SELECT 1 AS found
FROM pg_catalog.pg_index i
WHERE i.indexrelid = pg_catalog.to_regclass(${quoteText(name)})
  AND NOT i.indisvalid
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = i.indexrelid AND c.relkind = 'I')
  AND NOT (${isBuiltOn('i.indrelid')})`.trim(),
    },
    remove: [{ text: `DROP INDEX CONCURRENTLY ${name}` }],
  };
}

/** Drops an invalid index of whatever name, unless somebody builds indexes of its table by now. */
export function sweepIndex(title: string, name: string): StepDraft {
  const building = {
    text: `
SELECT 1 AS found
FROM pg_catalog.pg_index i
WHERE i.indexrelid = pg_catalog.to_regclass(${quoteText(name)}) AND (i.indisvalid OR ${isBuiltOn('i.indrelid')})`.trim(),
    check: {
      message: `index ${title} was invalid when the plan was made, and is being built by now, or valid`,
      hint: 'Plan again, once whoever builds it has finished.',
    },
  };
  return {
    summary: `drop index ${title}, which is invalid: an attempt that failed left it`,
    sql: [building, { text: `DROP INDEX CONCURRENTLY IF EXISTS ${name}` }],
    atomic: false,
    settings: waitsForOthers,
  };
}

/** Builds an index while rows are written. */
export function buildIndexOnline(summary: string, text: string, name: string): StepDraft {
  return { summary, sql: [{ text }], atomic: false, settings: waitsForOthers, leftovers: invalidIndex(name) };
}

/** Builds the index of a partition, which is to be a part of one that the table has, while rows are written. */
export function buildPartOnline(
  leaf: Partition['table'],
  { building }: PartPlaces,
  { summary, unique, definition }: Pick<PartitionedIndex, 'summary' | 'unique' | 'definition'>,
): StepDraft {
  const own = building(leaf);
  const text = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteName(nameAt(own))} ON ${qualified(leaf)} ${definition}`;
  return buildIndexOnline(summary, text, qualifiedAt(own));
}

/**
 * Builds the index of each partition while rows are written, and makes one of them that the table has: the server builds none of a partitioned table concurrently. See
 * https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE.
 */
export function buildIndexOfPartitions(
  index: PartitionedIndex,
  partitions: readonly Partition[],
  places: PartPlaces,
): { readonly builds: readonly StepDraft[]; readonly join: StepDraft } {
  const { name, summary, unique, definition } = index;
  const create = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX`;
  const builds = leavesOf(partitions).map((leaf) =>
    buildPartOnline(leaf, places, {
      ...index,
      summary: `build its part of index ${name} for partition ${shown(leaf)}`,
    }),
  );
  const on = (table: string, own: string, more: readonly Partition[], at: string): readonly string[] => [
    `${create} ${quoteName(own)} ON ONLY ${table} ${definition}`,
    ...more.flatMap(({ table: each, partitions: below }) => {
      const part = places.place(each);
      const isLeaf = each.spec.partitionBy === undefined;
      return [
        ...(isLeaf ? namePart(each, places) : on(qualified(each), nameAt(part), below, qualifiedAt(part))),
        `ALTER INDEX ${at} ATTACH PARTITION ${qualifiedAt(part)}`,
      ];
    }),
  ];
  const join = on(index.table, name, partitions, index.at).map((text) => ({ text }));
  return { builds, join: { summary, sql: join, apart: true } };
}

function namePart(leaf: Partition['table'], { place, building }: PartPlaces): readonly string[] {
  const [from, to] = [building(leaf), place(leaf)];
  return from === to ? [] : [`ALTER INDEX ${qualifiedAt(from)} RENAME TO ${quoteName(nameAt(to))}`];
}

/** The last part of an address, which an object is called by. */
export function nameAt(at: Address): string {
  return partsOf(at).parts.at(-1) ?? '';
}

/** Drops an index once nobody uses it any more. */
export function dropIndexOnline(summary: string, name: string): StepDraft {
  return { summary, sql: [{ text: `DROP INDEX CONCURRENTLY ${name}` }], atomic: false, settings: waitsForOthers };
}
