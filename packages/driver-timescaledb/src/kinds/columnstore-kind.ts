import {
  type Address,
  address,
  type Delta,
  equalJson,
  type Found,
  type Impossible,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { postgresDialect, qualifiedAt, quoteName, shown } from '@sync/dialect-postgres';
import type { HypertableRow } from '../read/queries.js';
import { readTimescale, type Timescale } from '../read/read-timescale.js';
import { lacking } from './edition.js';
import { countsForNewChunks, leavesColumnstore } from './hazards.js';
import { hypertableAt } from './hypertable-kind.js';
import { spanOf } from './interval.js';

/** How old rows of a hypertable, or of an aggregate, are kept in columns. */
export interface ColumnstoreSpec {
  /** The columns whose values make a segment, in their order. */
  readonly segmentBy?: readonly string[];
  /** `"time" DESC NULLS FIRST`, as the server has it; absent where it chooses by itself. */
  readonly orderBy?: readonly OrderSpec[];
  /** How much of the time chunks are joined to. */
  readonly chunkInterval?: string | number;
}

export interface OrderSpec {
  readonly column: string;
  readonly descending?: true;
  /** Only where that is not as the direction has it. */
  readonly nulls?: 'first' | 'last';
}

type Columnstore = SchemaObject<ColumnstoreSpec>;

const { literal } = postgresDialect;

/** The address of the columnstore of a hypertable or an aggregate. */
export function columnstoreAt(relation: Address): Address {
  return address('timescaledb/columnstore', ...partsOf(relation).parts, 'columnstore');
}

/** What stands on a hypertable needs that, and what stands on the view of an aggregate has it as its parent. */
export function standingOn(relation: Address): readonly Address[] {
  return partsOf(relation).kind === 'table' ? [hypertableAt(relation)] : [];
}

/** Settings of the columnstore, called compression before 2.18. */
export const columnstoreKind: ObjectKind<ColumnstoreSpec> = {
  kind: 'timescaledb/columnstore',
  title: 'columnstore',
  inspect: inspectColumnstores,
  compare: ({ spec: from }, { spec: to }) =>
    (['segmentBy', 'orderBy', 'chunkInterval'] as const).flatMap((member): readonly Delta[] => {
      const [before, after] = [textOf(from, member), textOf(to, member)];
      return equalJson(before, after) ? [] : [{ type: `change-${member}`, path: [member], from: before, to: after }];
    }),
  follow: followColumn,
  render(change, context) {
    const lack = lacking(`${nameOf(change.verb === 'drop' ? change.from : change.to)} has a columnstore`, context);
    if (lack && change.verb !== 'drop') return lack;
    switch (change.verb) {
      case 'create':
        return [
          { summary: `turn the columnstore of ${nameOf(change.to)} on`, sql: [{ text: settingText(change.to) }] },
        ];
      case 'drop':
        return turnOff(change.from, context);
      case 'rename':
        return [];
      case 'alter':
        return [
          {
            summary: `change the columnstore of ${nameOf(change.to)}`,
            sql: [{ text: settingText(change.to, change.from) }],
            hazards: [countsForNewChunks('the columnstore', nameOf(change.to))],
          },
        ];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: wordsIn(spec) }),
};

function nameOf({ parent }: SchemaObject): string {
  return shown({ address: parent as Address });
}

function textOf(spec: ColumnstoreSpec, member: keyof ColumnstoreSpec): string | number | null {
  if (member === 'chunkInterval') return spec.chunkInterval ?? null;
  return member === 'segmentBy'
    ? (spec.segmentBy?.join(', ') ?? null)
    : ((spec.orderBy && orderText(spec.orderBy)) ?? null);
}

function wordsIn(spec: ColumnstoreSpec): string {
  const words = [
    spec.segmentBy && `by ${spec.segmentBy.join(', ')}`,
    spec.orderBy && `in the order of ${orderText(spec.orderBy)}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(' ') : 'as the server chooses';
}

function orderText(order: readonly OrderSpec[]): string {
  return order
    .map(({ column, descending, nulls }) =>
      [quoteName(column), ...(descending ? ['DESC'] : []), ...(nulls ? [`NULLS ${nulls.toUpperCase()}`] : [])].join(
        ' ',
      ),
    )
    .join(', ');
}

/** Every setting is said, so that what is said no more is as the server has it by itself. */
function settingText({ parent, spec }: Columnstore, before?: Columnstore): string {
  const settings = [
    'timescaledb.compress',
    `timescaledb.compress_segmentby = ${literal((spec.segmentBy ?? []).map(quoteName).join(', '))}`,
    ...(spec.orderBy ? [`timescaledb.compress_orderby = ${literal(orderText(spec.orderBy))}`] : []),
    ...(spec.chunkInterval === undefined && before?.spec.chunkInterval === undefined
      ? []
      : [`timescaledb.compress_chunk_time_interval = ${literal(String(spec.chunkInterval ?? '0 days'))}`]),
  ];
  return `ALTER ${alteredAs(parent as Address)} SET (${settings.join(', ')})`;
}

/** How ALTER calls a hypertable and an aggregate. */
function alteredAs(relation: Address): string {
  const word = partsOf(relation).kind === 'table' ? 'TABLE' : 'MATERIALIZED VIEW';
  return `${word} ${qualifiedAt(relation)}`;
}

/** Whether the relation that something stands on goes in the same plan. */
export function goesAlong({ parent }: SchemaObject, { change, moved }: RenderContext): boolean {
  const verb = change(parent as Address)?.verb ?? change(moved(parent as Address))?.verb;
  return verb === 'drop' || verb === 'replace';
}

function turnOff(columnstore: Columnstore, context: RenderContext): readonly StepDraft[] | Impossible {
  if (goesAlong(columnstore, context)) return [];
  const parent = columnstore.parent as Address;
  const name = nameOf(columnstore);
  return [
    {
      summary: `turn the columnstore of ${name} off`,
      sql: [
        ...(partsOf(parent).kind === 'table' ? [compressedCheck(parent, name)] : []),
        { text: `ALTER ${alteredAs(parent)} SET (timescaledb.compress = false)` },
      ],
      hazards: [leavesColumnstore(name)],
    },
  ];
}

/** Holds where no chunk is in the columnstore. */
function compressedCheck(relation: Address, name: string, why = 'the columnstore is turned off') {
  const [table = '', schema = 'public'] = [...partsOf(relation).parts].reverse();
  return {
    text: `SELECT c.chunk_name FROM timescaledb_information.chunks c WHERE c.hypertable_schema = ${literal(schema)} AND c.hypertable_name = ${literal(table)} AND c.is_compressed LIMIT 1`,
    check: {
      message: `chunks of ${name} are in the columnstore, and ${why} only while none is`,
      hint: `Write them back first: SELECT decompress_chunk(c, true) FROM show_chunks(${literal(qualifiedAt(relation))}) c`,
      ahead: true as const,
    },
  };
}

/** The server writes the new name of a column into the settings. */
function followColumn(columnstore: Columnstore, rename: Rename): Columnstore {
  if (rename.of !== 'member' || rename.object !== columnstore.parent) return columnstore;
  const renamed = (column: string) => (column === rename.from ? rename.to : column);
  const { segmentBy, orderBy, ...rest } = columnstore.spec;
  return schemaObject({
    ...columnstore,
    spec: {
      ...rest,
      ...(segmentBy && { segmentBy: segmentBy.map(renamed) }),
      ...(orderBy && { orderBy: orderBy.map((each) => ({ ...each, column: renamed(each.column) })) }),
    },
  });
}

async function* inspectColumnstores(reading: Reading): AsyncGenerator<Found<ColumnstoreSpec>> {
  const known = await readTimescale(reading);
  const [scope] = reading.scopes;
  for (const row of known.hypertables.values()) {
    const relation = row.columnstore ? known.relationOf(row.id) : undefined;
    if (scope && relation) yield { scope, object: columnstoreObject(row, relation.address, known) };
  }
}

function columnstoreObject(row: HypertableRow, parent: Address, known: Timescale): Columnstore {
  const [time] = known.dimensions.get(row.id) ?? [];
  const { segmentBy, orderBy, descending, nullsFirst } = row;
  return schemaObject<ColumnstoreSpec>({
    kind: 'timescaledb/columnstore',
    address: columnstoreAt(parent),
    name: 'columnstore',
    parent,
    spec: {
      ...(segmentBy && segmentBy.length > 0 && { segmentBy }),
      ...(orderBy &&
        orderBy.length > 0 && {
          orderBy: orderBy.map((column, i) => orderSpec(column, descending?.[i] ?? false, nullsFirst?.[i] ?? false)),
        }),
      ...(time &&
        time.compressedInterval !== null &&
        time.compressedInterval !== '0' && { chunkInterval: spanOf(time.compressedInterval, time.isInteger) }),
    },
    needs: standingOn(parent),
  });
}

function orderSpec(column: string, descending: boolean, nullsFirst: boolean): OrderSpec {
  return {
    column,
    ...(descending && { descending: true as const }),
    ...(nullsFirst !== descending && { nulls: nullsFirst ? ('first' as const) : ('last' as const) }),
  };
}
