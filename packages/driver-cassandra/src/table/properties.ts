import { canonicalJson, type Json, type Server } from '@sync/core';
import { quoteText } from '../names.js';
import { writeMap } from '../print.js';

/** The properties of a table or a view by their names, each as the server keeps it. */
export type Properties = Readonly<Record<string, Json>>;

/** https://cassandra.apache.org/doc/latest/cassandra/cql/ddl.html#create-table-options. What is left out here is no property, or one that nothing reads any more. */
const names = [
  ...['additional_write_policy', 'allow_auto_snapshot', 'bloom_filter_fp_chance', 'caching', 'cdc', 'comment'],
  ...[
    'compaction',
    'compression',
    'crc_check_chance',
    'default_time_to_live',
    'gc_grace_seconds',
    'incremental_backups',
  ],
  ...['max_index_interval', 'memtable', 'memtable_flush_period_in_ms', 'min_index_interval', 'read_repair'],
  'speculative_retry',
] as const;

/** What the server gives a table of which nothing is said. Compaction is none of them: a node's settings can say another. */
const usual: Properties = {
  additional_write_policy: '99p',
  allow_auto_snapshot: true,
  caching: { keys: 'ALL', rows_per_partition: 'NONE' },
  cdc: false,
  comment: '',
  compression: { chunk_length_in_kb: '16', class: 'org.apache.cassandra.io.compress.LZ4Compressor' },
  crc_check_chance: 1,
  default_time_to_live: 0,
  gc_grace_seconds: 864_000,
  incremental_backups: true,
  max_index_interval: 2048,
  memtable: 'default',
  memtable_flush_period_in_ms: 0,
  min_index_interval: 128,
  read_repair: 'BLOCKING',
  speculative_retry: '99p',
};

const package_ = 'org.apache.cassandra.db.compaction.';

const usualCompaction: Json = {
  class: `${package_}SizeTieredCompactionStrategy`,
  max_threshold: '32',
  min_threshold: '4',
};

/** The properties in a row of `system_schema.tables` or `.views`; one that was never said is what it would be. */
export function propertiesIn(row: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!(name in row)) return [];
      const value = (row[name] ?? usual[name]) as Json | undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** What a CREATE has to say of properties for the server to come to these. */
export function saidOf(properties: Properties, server?: Pick<Server, 'features'>): readonly string[] {
  return saidNames(properties, server).map((name) => writeProperty(name, properties[name] ?? null));
}

/** The names of the properties that have to be said: of compaction always, where the settings of a node say another than the usual one. */
export function saidNames(properties: Properties, server?: Pick<Server, 'features'>): readonly string[] {
  const isSaid = (name: string) => name === 'compaction' && server?.features.has('own-compaction');
  return Object.entries(properties).flatMap(([name, value]) =>
    isUsual(name, value, properties) && !isSaid(name) ? [] : [name],
  );
}

/** `gc_grace_seconds = 3600` */
export function writeProperty(name: string, value: Json): string {
  return `${name} = ${writeValue(value)}`;
}

function writeValue(value: Json): string {
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const map = value as Readonly<Record<string, Json>>;
    // A table without compression says so in a way that the server does not show again.
    return writeMap(Object.keys(map).length === 0 ? { enabled: 'false' } : map);
  }
  return String(value);
}

function isUsual(name: string, value: Json, { compaction }: Properties): boolean {
  if (name === 'bloom_filter_fp_chance') return value === usualFilter(compaction);
  return canonicalJson(value) === canonicalJson(name === 'compaction' ? usualCompaction : (usual[name] ?? null));
}

/** It follows the compaction: https://cassandra.apache.org/doc/latest/cassandra/managing/operating/bloom_filters.html */
function usualFilter(compaction: Json | undefined): number {
  const { class: name } = (compaction ?? {}) as { readonly class?: string };
  return name === `${package_}LeveledCompactionStrategy` ? 0.1 : 0.01;
}
