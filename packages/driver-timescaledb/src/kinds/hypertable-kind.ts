import {
  type Address,
  address,
  type Change,
  type Delta,
  type Entailed,
  equalJson,
  type Found,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type Ref,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { isNew, postgresDialect, qualifiedAt, shown } from '@sync/dialect-postgres';
import type { DimensionRow, HypertableRow } from '../read/queries.js';
import { readTimescale, type Timescale } from '../read/read-timescale.js';
import { countsForNewChunks, movesIntoChunks } from './hazards.js';
import { spanOf, writeSpan } from './interval.js';

/** By what the rows of a hypertable are dealt into chunks: the first is its time. */
export interface DimensionSpec {
  readonly column: string;
  /** How much of it a chunk holds, of a time. */
  readonly interval?: string | number;
  /** Into how many parts it is dealt, of a space. */
  readonly partitions?: number;
  /** What is dealt by in place of the column, as SQL. */
  readonly function?: string;
  /** What says how late it is, of a time that is a number; as SQL. */
  readonly now?: string;
}

/** That a table is a hypertable. */
export interface HypertableSpec {
  readonly dimensions: readonly DimensionSpec[];
  /** The schema in which its chunks are, where somebody chose one, and how their names begin. */
  readonly chunksIn?: string;
  readonly chunkPrefix?: string;
}

type Hypertable = SchemaObject<HypertableSpec>;

const { literal } = postgresDialect;

/** Where the extension puts chunks by itself. */
const usualSchema = '_timescaledb_internal';

/** The address of what makes a table a hypertable. */
export function hypertableAt(table: Address): Address {
  return address('timescaledb/hypertable', ...partsOf(table).parts, 'hypertable');
}

/** Hypertables. A table becomes one, and is one until it goes. */
export const hypertableKind: ObjectKind<HypertableSpec> = {
  kind: 'timescaledb/hypertable',
  title: 'hypertable',
  within: 'table',
  inspect: inspectHypertables,
  compare: ({ spec: from }, { spec: to }) => deltasOf(from, to),
  follow: followColumn,
  entails: remadeTable,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [createStep(change.to, context)];
      case 'drop':
        // It goes with its table.
        return [];
      case 'rename':
        return [];
      case 'alter':
        return alterSteps(change.to, change.deltas);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `by ${spec.dimensions.map(dimensionText).join(', ')}` }),
};

export function dimensionText({ column, interval, partitions }: DimensionSpec): string {
  return partitions === undefined ? `${column} every ${interval}` : `${column} in ${partitions} partitions`;
}

function tableOf({ parent }: SchemaObject): string {
  return shown({ address: parent as Address });
}

function regclassOf({ parent }: SchemaObject): string {
  return literal(qualifiedAt(parent as Address));
}

function deltasOf(from: HypertableSpec, to: HypertableSpec): readonly Delta[] {
  const deltas = to.dimensions.flatMap((dimension, i): readonly Delta[] => {
    const before = from.dimensions[i];
    const path = ['dimensions', dimension.column];
    if (!before) return [{ type: 'add-dimension', path, to: dimensionText(dimension) }];
    const isOther = before.column !== dimension.column || before.function !== dimension.function;
    if (isOther || (before.partitions === undefined) !== (dimension.partitions === undefined))
      return [{ type: 'change-dimension', path, from: dimensionText(before), to: dimensionText(dimension) }];
    return (['interval', 'partitions', 'now'] as const).flatMap((member): readonly Delta[] =>
      before[member] === dimension[member]
        ? []
        : [
            {
              type: `change-${member}`,
              path: [...path, member],
              from: before[member] ?? null,
              to: dimension[member] ?? null,
            },
          ],
    );
  });
  const gone = from.dimensions.slice(to.dimensions.length);
  const place = (spec: HypertableSpec): Json => [spec.chunksIn ?? usualSchema, spec.chunkPrefix ?? null];
  return [
    ...deltas,
    ...gone.map(
      (each): Delta => ({ type: 'drop-dimension', path: ['dimensions', each.column], from: dimensionText(each) }),
    ),
    ...(equalJson(place(from), place(to))
      ? []
      : [{ type: 'change-chunks', path: ['chunks'], from: place(from), to: place(to) } as const]),
  ];
}

/** The server writes the new name of a column into what it is dealt by. */
function followColumn(hypertable: Hypertable, rename: Rename): Hypertable {
  if (rename.of !== 'member' || rename.object !== hypertable.parent) return hypertable;
  const dimensions = hypertable.spec.dimensions.map((each) =>
    each.column === rename.from ? { ...each, column: rename.to } : each,
  );
  return schemaObject({ ...hypertable, spec: { ...hypertable.spec, dimensions } });
}

/** Whether a table that stays is made again around its rows, since it is another hypertable, or none, from now on. */
export function isRemade(table: Address, { base, change, origin, moved }: RenderContext): boolean {
  const before = base.get(hypertableAt(origin(table))) ?? base.get(hypertableAt(table));
  return before !== undefined && (change(table) ?? change(moved(table)))?.verb === 'replace';
}

/** The default indexes are indexes like others, so that they are made where the goal has them, and under the names that they have there. */
function createStep(hypertable: Hypertable, context: RenderContext): StepDraft {
  const { dimensions, chunksIn, chunkPrefix } = hypertable.spec;
  const [time, ...others] = dimensions;
  const isDealt = others[0]?.partitions !== undefined;
  const space = isDealt ? others[0] : undefined;
  const more = isDealt ? others.slice(1) : others;
  const isFresh = isNew(hypertable.parent, context) && !isRemade(hypertable.parent as Address, context);
  // Only a document leaves them to the extension, which looks at the indexes that are there.
  const isDefaulted = (hypertable.layout as { readonly defaultIndexes?: boolean } | undefined)?.defaultIndexes === true;
  const table = regclassOf(hypertable);
  const args = [
    table,
    literal(time?.column ?? ''),
    ...(space ? [`partitioning_column => ${literal(space.column)}`, `number_partitions => ${space.partitions}`] : []),
    ...(time?.interval === undefined ? [] : [`chunk_time_interval => ${writeSpan(time.interval, literal)}`]),
    ...(space?.function === undefined ? [] : [`partitioning_func => ${literal(space.function)}`]),
    ...(time?.function === undefined ? [] : [`time_partitioning_func => ${literal(time.function)}`]),
    ...(chunksIn === undefined ? [] : [`associated_schema_name => ${literal(chunksIn)}`]),
    ...(chunkPrefix === undefined ? [] : [`associated_table_prefix => ${literal(chunkPrefix)}`]),
    `create_default_indexes => ${isDefaulted ? 'TRUE' : 'FALSE'}`,
    ...(isFresh ? [] : ['migrate_data => TRUE']),
  ];
  const sql = [
    // The way to the first hypertable of a database begins there.
    ...(context.server.features.has('extension-missing')
      ? ['CREATE EXTENSION IF NOT EXISTS timescaledb SCHEMA public']
      : []),
    `SELECT create_hypertable(${args.join(', ')})`,
    ...more.map((dimension) => addDimension(table, dimension)),
    ...dimensions.flatMap(({ now }) => (now === undefined ? [] : [setNow(table, now)])),
  ];
  return {
    summary: `make table ${tableOf(hypertable)} a hypertable`,
    sql: sql.map((text) => ({ text })),
    hazards: isFresh ? [] : [movesIntoChunks(tableOf(hypertable))],
    ...(isDefaulted ? {} : { preferBefore: besides(hypertable, context) }),
  };
}

/** What is made on the table in the same plan is better made on the hypertable. */
function besides({ parent, address: own }: Hypertable, { goal }: RenderContext): readonly Ref[] {
  return goal
    .children(parent as Address)
    .flatMap(({ address: at }) => (at === own ? [] : [{ verb: 'create' as const, address: at }]));
}

function addDimension(table: string, { column, partitions, interval, function: written }: DimensionSpec): string {
  const size =
    partitions === undefined
      ? `chunk_time_interval => ${writeSpan(interval ?? 0, literal)}`
      : `number_partitions => ${partitions}`;
  const dealt = written === undefined ? '' : `, partitioning_func => ${literal(written)}`;
  return `SELECT add_dimension(${table}, ${literal(column)}, ${size}${dealt})`;
}

function setNow(table: string, now: string): string {
  return `SELECT set_integer_now_func(${table}, ${literal(now)}, replace_if_exists => TRUE)`;
}

/** What a hypertable is for good takes another table: one is made on the way back alone, where somebody has been there before. */
function remadeTable(change: Change<HypertableSpec>): ReadonlyMap<Address, Entailed> {
  const isOther = change.verb === 'alter' && change.deltas.some(({ type }) => fixed.has(type));
  if (change.verb !== 'drop' && !isOther) return new Map();
  const table = change.from.parent as Address;
  return new Map([[table, { replace: 'a hypertable is no plain table again, nor dealt by anything else' }]]);
}

const fixed: ReadonlySet<string> = new Set(['change-dimension', 'drop-dimension', 'change-chunks']);

function alterSteps(to: Hypertable, deltas: readonly Delta[]): readonly StepDraft[] {
  const table = regclassOf(to);
  const byColumn = new Map(to.spec.dimensions.map((each) => [each.column, each]));
  return deltas.map((delta): StepDraft => {
    const dimension = byColumn.get(delta.path[1] ?? '') as DimensionSpec;
    return alterStep(delta, dimension, table, tableOf(to));
  });
}

function alterStep(delta: Delta, dimension: DimensionSpec, table: string, name: string): StepDraft {
  const column = literal(dimension.column);
  if (delta.type === 'add-dimension') {
    return {
      summary: `deal the rows of hypertable ${name} by ${dimension.column} too`,
      sql: [emptyCheck(table, name), { text: addDimension(table, dimension) }],
    };
  }
  if (delta.type === 'change-now') {
    return {
      summary: `change what tells hypertable ${name} how late it is`,
      sql: [{ text: setNow(table, dimension.now ?? 'NULL') }],
    };
  }
  const text =
    delta.type === 'change-partitions'
      ? `SELECT set_number_partitions(${table}, ${dimension.partitions}, ${column})`
      : `SELECT set_chunk_time_interval(${table}, ${writeSpan(dimension.interval ?? 0, literal)}, ${column})`;
  const what = delta.type === 'change-partitions' ? 'the number of partitions' : 'the length of chunks';
  return {
    summary: `change ${what} of hypertable ${name}`,
    sql: [{ text }],
    hazards: [countsForNewChunks(what, name)],
  };
}

/** The server deals rows that are there by nothing new. */
function emptyCheck(table: string, name: string) {
  return {
    text: `SELECT c FROM show_chunks(${table}) c LIMIT 1`,
    check: {
      message: `hypertable ${name} has chunks, and is dealt by another column only while it has none`,
      hint: 'Make a hypertable beside it as it should be, copy the rows, and trade their names.',
      ahead: true as const,
    },
  };
}

async function* inspectHypertables(reading: Reading): AsyncGenerator<Found<HypertableSpec>> {
  const known = await readTimescale(reading);
  for (const row of known.hypertables.values()) {
    if (known.aggregateOf.has(row.id)) continue;
    const table = known.catalogue.addressOf('pg_class', row.relation);
    if (table === undefined) continue;
    const [scope] = reading.scopes;
    if (scope) yield { scope, object: hypertableObject(row, table, known) };
  }
}

function hypertableObject(row: HypertableRow, table: Address, known: Timescale): Hypertable {
  const dimensions = known.dimensions.get(row.id) ?? [];
  const functions = dimensions.flatMap(({ partitioningOid, nowOid }) =>
    [partitioningOid, nowOid].flatMap((oid) => known.catalogue.addressOf('pg_proc', oid) ?? []),
  );
  return schemaObject<HypertableSpec>({
    kind: 'timescaledb/hypertable',
    address: hypertableAt(table),
    name: 'hypertable',
    parent: table,
    spec: {
      dimensions: dimensions.map(dimensionSpec),
      ...(row.chunksIn !== usualSchema && { chunksIn: row.chunksIn }),
      ...(row.prefix !== `_hyper_${row.id}` && { chunkPrefix: row.prefix }),
    },
    needs: [...new Set(functions)].sort(),
  });
}

function dimensionSpec({ column, interval, isInteger, slices, partitioning, now }: DimensionRow): DimensionSpec {
  return {
    column,
    ...(interval !== null && { interval: spanOf(interval, isInteger) }),
    ...(slices !== null && { partitions: slices }),
    ...(partitioning !== null && { function: partitioning }),
    ...(now !== null && { now }),
  };
}
