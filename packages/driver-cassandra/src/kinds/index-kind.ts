import {
  address,
  type Found,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type SchemaObject,
  schemaObject,
  tokenizeMeaning,
  unquote,
} from '@sync/core';
import { buildsIndex } from '../hazards.js';
import { cassandraLexis } from '../lexis.js';
import { quoteName, quoteText } from '../names.js';
import { writeMap } from '../print.js';
import { readSystem, scopeOf } from '../read/read.js';
import { tableAddress } from '../types.js';

/** What makes an index what it is. */
export interface IndexSpec {
  /** As CQL has it: `mail`, `keys(tags)`. */
  readonly target: string;
  /** What keeps it, where that is not the table's own secondary index: `StorageAttachedIndex`. */
  readonly using?: string;
  readonly options: Readonly<Record<string, Json>>;
}

interface IndexRow {
  readonly table_name: string;
  readonly index_name: string;
  readonly kind: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Secondary, SAI and other custom indexes. */
export const indexKind: ObjectKind<IndexSpec> = {
  kind: 'index',
  within: 'table',
  inspect: inspectIndexes,
  compare: () => ({ replace: 'Cassandra cannot alter an index' }),
  // The server renames no column that is indexed, and drops none.
  survives: (index, change) =>
    change.verb !== 'alter' || !change.deltas.some((delta) => touches(index.spec as IndexSpec, delta)),
  render(change) {
    switch (change.verb) {
      case 'create':
        return [createIndex(change.to)];
      case 'drop':
        return [dropIndex(change.from)];
      case 'rename':
        return [dropIndex(change.from), createIndex(change.to)];
      case 'alter':
        return { impossible: 'Cassandra cannot alter an index' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.target})${usingOf(spec)}` }),
};

function touches(
  { target }: IndexSpec,
  { type, path, from }: { type: string; path: readonly string[]; from?: Json },
): boolean {
  const column = columnIn(target);
  if (type === 'rename-column') return from === column;
  return type === 'drop-column' && path[1] === column;
}

/** The column of `values(tags)`. */
function columnIn(target: string): string {
  const names = tokenizeMeaning(target, cassandraLexis).filter(({ type }) => type === 'word' || type === 'quoted');
  const last = names.at(-1);
  return last ? unquote(last, cassandraLexis) : target;
}

function createIndex(index: SchemaObject<IndexSpec>) {
  const { name, spec } = index;
  const table = tableOf(index);
  const custom = spec.using === undefined ? '' : ' CUSTOM';
  return {
    summary: `create index ${name}`,
    sql: [{ text: `CREATE${custom} INDEX ${quoteName(name)} ON ${quoteName(table)} (${spec.target})${usingOf(spec)}` }],
    hazards: [buildsIndex(table)],
  };
}

function dropIndex({ name }: SchemaObject) {
  return { summary: `drop index ${name}`, sql: [{ text: `DROP INDEX ${quoteName(name)}` }] };
}

function usingOf({ using, options }: IndexSpec): string {
  if (using === undefined) return '';
  const said = Object.keys(options).length === 0 ? '' : ` WITH OPTIONS = ${writeMap(options)}`;
  return ` USING ${quoteText(using)}${said}`;
}

function tableOf({ parent }: SchemaObject): string {
  return parent ? (partsOf(parent).parts[0] ?? '') : '';
}

/** One class has several names: https://cassandra.apache.org/doc/latest/cassandra/cql/indexing/sai/sai-concepts.html */
function usualClass(name: string): string {
  return /^(?:sai|(?:org\.apache\.cassandra\.index\.sai\.)?storageattachedindex)$/i.test(name)
    ? 'StorageAttachedIndex'
    : name;
}

async function* inspectIndexes(reading: Reading): AsyncGenerator<Found<IndexSpec>> {
  const scope = scopeOf(reading);
  for (const row of await readSystem<IndexRow>(reading, 'indexes')) {
    const { target = '', class_name: using, ...options } = row.options;
    const { index_name: name } = row;
    yield {
      scope,
      object: schemaObject({
        kind: 'index',
        address: address('index', name),
        name,
        parent: tableAddress(row.table_name),
        spec: { target, ...(using !== undefined && { using: usualClass(using) }), options },
      }),
    };
  }
}
