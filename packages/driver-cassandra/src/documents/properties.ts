import type { DocumentNode, Json } from '@sync/core';
import { type Properties, saidNames } from '../table/properties.js';

/** What a document calls a property, what CQL calls it, and how it is written. */
const fields = {
  additionalWritePolicy: ['additional_write_policy', 'text'],
  allowAutoSnapshot: ['allow_auto_snapshot', 'truth'],
  bloomFilterFPChance: ['bloom_filter_fp_chance', 'number'],
  caching: ['caching', 'map'],
  cdc: ['cdc', 'truth'],
  comment: ['comment', 'text'],
  compaction: ['compaction', 'map'],
  compression: ['compression', 'map'],
  crcCheckChance: ['crc_check_chance', 'number'],
  defaultTTL: ['default_time_to_live', 'number'],
  gcGraceSeconds: ['gc_grace_seconds', 'number'],
  incrementalBackups: ['incremental_backups', 'truth'],
  maxIndexInterval: ['max_index_interval', 'number'],
  memtable: ['memtable', 'text'],
  memtableFlushPeriodMs: ['memtable_flush_period_in_ms', 'number'],
  minIndexInterval: ['min_index_interval', 'number'],
  readRepair: ['read_repair', 'text'],
  speculativeRetry: ['speculative_retry', 'text'],
} as const;

/** Cassandra reads these no more since 4.0: https://issues.apache.org/jira/browse/CASSANDRA-13910. */
const gone = ['dcLocalReadRepairChance', 'readRepairChance'] as const;

type Field = keyof typeof fields;

/** Reads `properties`; what means nothing any more is told. */
export function readProperties(node: DocumentNode | undefined): {
  readonly properties: Properties;
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
} {
  if (!node) return { properties: {}, warnings: [] };
  const names = Object.keys(fields) as Field[];
  const given = node.fields<Field | (typeof gone)[number]>([...names, ...gone]);
  const properties = names.flatMap((name) => {
    const value = given[name];
    return value ? [[fields[name][0], readValue(value, fields[name][1])] as const] : [];
  });
  const warnings = gone.flatMap((name) => {
    const at = given[name]?.at;
    return at === undefined ? [] : [{ at, message: `${name} is not used: Cassandra has no such property since 4.0` }];
  });
  return { properties: Object.fromEntries(properties), warnings };
}

function readValue(node: DocumentNode, how: 'text' | 'number' | 'truth' | 'map'): Json {
  switch (how) {
    case 'text':
      return node.text();
    case 'truth':
      return node.boolean();
    case 'number': {
      const number = Number(node.text());
      return Number.isFinite(number) && node.text().trim() !== '' ? number : node.fail('a number is expected here');
    }
    case 'map':
      return readMap(node);
    default:
      return how satisfies never;
  }
}

/** The server keeps each value as a text. */
function readMap(node: DocumentNode): Json {
  const { value } = node;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return node.fail('a mapping is expected here');
  const entries = node.fields(Object.keys(value));
  return Object.fromEntries(Object.entries(entries).map(([name, item]) => [name, (item as DocumentNode).text()]));
}

/** The properties that have to be said, as `properties` of a document. */
export function writtenProperties(properties: Properties): { readonly [field: string]: Json } {
  const said = new Set(saidNames(properties));
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, [name]]) => {
      const value = properties[name];
      return said.has(name) && value !== undefined ? [[field, value] as const] : [];
    }),
  );
}
