import { address, type DocumentContent, type DocumentNode, schemaObject } from '@sync/core';
import { needsOfPlace, readFrame, required } from '@sync/dialect-postgres';
import type { AggregateSpec } from '../kinds/continuous-aggregate.js';
import { policyOf } from './hypertable-fields.js';
import { spanIn } from './span.js';

const fields = [
  ...(['isContinuousAggregate', 'withNoData', 'query', 'materializedOnly', 'refresh', 'retention'] as const),
] as const;

/** A View document with `isContinuousAggregate`; undefined for every other. */
export function readAggregate(spec: DocumentNode): DocumentContent | undefined {
  if (!isAggregate(spec)) return undefined;
  const { name, prefix, section, sectionNode, isDeleted, implied, renames } = readFrame(spec, 'timescaledb', fields);
  if (isDeleted) return { objects: [], deleted: [[...prefix, name]] };
  const own = address('view', ...prefix, name);
  const refresh = section.refresh?.fields(['startOffset', 'endOffset', 'scheduleInterval']);
  const retention = section.retention?.fields(['interval']);
  const offset = (node: DocumentNode | undefined) => (node ? spanIn(node) : null);
  return {
    objects: [
      schemaObject<AggregateSpec>({
        kind: 'view',
        address: own,
        name,
        spec: {
          select: queryIn(required(section.query, sectionNode, 'query')),
          columns: [],
          continuous: { materializedOnly: section.materializedOnly?.boolean() ?? true },
        },
        needs: needsOfPlace(prefix),
        layout: { withNoData: section.withNoData?.boolean() ?? false },
      }),
      ...(refresh
        ? [
            policyOf(
              'refresh',
              { start_offset: offset(refresh.startOffset), end_offset: offset(refresh.endOffset) },
              own,
              refresh.scheduleInterval && String(spanIn(refresh.scheduleInterval)),
            ),
          ]
        : []),
      ...(retention ? [policyOf('retention', { drop_after: spanIn(retention.interval) }, own)] : []),
    ],
    implied,
    renames,
  };
}

/** Looked at before anything is read, since each sort has fields of its own. */
function isAggregate({ value }: DocumentNode): boolean {
  const { schema } = Object(value) as {
    readonly schema?: { readonly timescaledb?: Readonly<Record<string, unknown>> };
  };
  return schema?.timescaledb?.isContinuousAggregate === true;
}

/** People end a query with a semicolon. */
function queryIn(node: DocumentNode): string {
  return (
    node
      .text()
      .trim()
      .replace(/(?:;\s*)+$/, '') || node.fail('a query is needed')
  );
}
