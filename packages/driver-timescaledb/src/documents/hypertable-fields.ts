import { type Address, type DocumentContent, type DocumentNode, type SchemaObject, schemaObject } from '@sync/core';
import { type ColumnstoreSpec, columnstoreAt, standingOn } from '../kinds/columnstore-kind.js';
import { type HypertableSpec, hypertableAt } from '../kinds/hypertable-kind.js';
import type { JobConfig } from '../kinds/job-times.js';
import { type PolicySpec, type PolicyType, policyAt } from '../kinds/policy-kind.js';
import { spanIn } from './span.js';

const fields = [
  ...(['timeColumnName', 'partitioningColumn', 'numberPartitions', 'chunkTimeInterval'] as const),
  ...(['createDefaultIndexes', 'ifNotExists', 'partitioningFunc', 'associatedSchemaName'] as const),
  ...(['associatedTablePrefix', 'migrateData', 'timePartitioningFunc', 'replicationFactor', 'dataNodes'] as const),
  ...(['compression', 'retention', 'reorder', 'integerNowFunc'] as const),
] as const;

type Fields = { readonly [field in (typeof fields)[number]]?: DocumentNode };

/** Fields that say how something is done, and not what there is, or what the extension has no more. */
const idle: Readonly<Record<string, string>> = {
  ifNotExists: 'what there is already is left as it is, with or without it',
  migrateData: 'rows that are there are moved, and the plan says so',
  replicationFactor: 'TimescaleDB has no nodes of data from 2.14 on',
  dataNodes: 'TimescaleDB has no nodes of data from 2.14 on',
};

/** The `hypertable` of a Table document: that the table is one, with what is done with its chunks. */
export function readHypertable(
  { hypertable }: Readonly<Record<string, DocumentNode | undefined>>,
  table: Address,
): { readonly objects: readonly SchemaObject[]; readonly warnings: NonNullable<DocumentContent['warnings']> } {
  if (!hypertable) return { objects: [], warnings: [] };
  const own = hypertable.fields(fields);
  const warnings = Object.entries(idle).flatMap(([field, why]) => {
    const node = own[field as keyof Fields];
    return node ? [{ at: node.at, message: `${field} means nothing here: ${why}` }] : [];
  });
  return { objects: [hypertableOf(own, hypertable, table), ...besides(own, table)], warnings };
}

function hypertableOf(own: Fields, node: DocumentNode, table: Address): SchemaObject<HypertableSpec> {
  const time = own.timeColumnName?.text() || node.fail('timeColumnName is missing', 'Name the column of the time.');
  if (own.partitioningColumn && !own.numberPartitions)
    own.partitioningColumn.fail('numberPartitions is missing', 'Say into how many parts the column is dealt.');
  if (own.numberPartitions && !own.partitioningColumn)
    own.numberPartitions.fail('partitioningColumn is missing', 'Name the column that is dealt.');
  const { chunkTimeInterval, timePartitioningFunc, integerNowFunc, partitioningFunc } = own;
  return schemaObject<HypertableSpec>({
    kind: 'timescaledb/hypertable',
    address: hypertableAt(table),
    name: 'hypertable',
    parent: table,
    spec: {
      dimensions: [
        {
          column: time,
          ...(chunkTimeInterval && { interval: spanIn(chunkTimeInterval) }),
          ...(timePartitioningFunc && { function: timePartitioningFunc.text() }),
          ...(integerNowFunc && { now: integerNowFunc.text() }),
        },
        ...(own.partitioningColumn && own.numberPartitions
          ? [
              {
                column: own.partitioningColumn.text(),
                partitions: own.numberPartitions.integer(),
                ...(partitioningFunc && { function: partitioningFunc.text() }),
              },
            ]
          : []),
      ],
      ...(own.associatedSchemaName && { chunksIn: own.associatedSchemaName.text() }),
      ...(own.associatedTablePrefix && { chunkPrefix: own.associatedTablePrefix.text() }),
    },
    ...(own.createDefaultIndexes?.boolean() !== false && { layout: { defaultIndexes: true } }),
  });
}

function besides(own: Fields, table: Address): readonly SchemaObject[] {
  const compression = own.compression?.fields(['segmentBy', 'orderBy', 'interval']);
  const retention = own.retention?.fields(['interval']);
  const reorder = own.reorder?.fields(['index']);
  return [
    ...(compression ? [columnstoreOf(compression, table)] : []),
    ...(compression?.interval
      ? [policyOf('columnstore', { compress_after: spanIn(compression.interval) }, table)]
      : []),
    ...(retention
      ? [
          policyOf(
            'retention',
            { drop_after: spanIn(retention.interval ?? own.retention?.fail('interval is missing')) },
            table,
          ),
        ]
      : []),
    ...(reorder
      ? [
          policyOf(
            'reorder',
            { index_name: reorder.index?.text() ?? own.reorder?.fail('index is missing') ?? '' },
            table,
          ),
        ]
      : []),
  ];
}

function columnstoreOf(
  { segmentBy, orderBy }: { readonly segmentBy?: DocumentNode; readonly orderBy?: DocumentNode },
  table: Address,
): SchemaObject<ColumnstoreSpec> {
  const columns = (node: DocumentNode) =>
    (Array.isArray(node.value) ? node.items().map((item) => item.text()) : node.text().split(',')).map((name) =>
      name.trim(),
    );
  return schemaObject<ColumnstoreSpec>({
    kind: 'timescaledb/columnstore',
    address: columnstoreAt(table),
    name: 'columnstore',
    parent: table,
    spec: {
      ...(segmentBy && { segmentBy: columns(segmentBy).filter(Boolean) }),
      ...(orderBy && {
        orderBy: columns(orderBy).map((each) => {
          const [column = '', direction = ''] = each.split(/\s+/);
          return { column, ...(direction.toUpperCase() === 'DESC' && { descending: true as const }) };
        }),
      }),
    },
    needs: standingOn(table),
  });
}

/** A policy as a document says it: when it runs is left to the server. */
export function policyOf(
  type: PolicyType,
  config: JobConfig,
  relation: Address,
  schedule?: string,
): SchemaObject<PolicySpec> {
  return schemaObject<PolicySpec>({
    kind: 'timescaledb/policy',
    address: policyAt(relation, type),
    name: type,
    parent: relation,
    spec: { type, config, ...(schedule !== undefined && { schedule }) },
    needs: [...standingOn(relation), ...(type === 'columnstore' ? [columnstoreAt(relation)] : [])].sort(),
  });
}
