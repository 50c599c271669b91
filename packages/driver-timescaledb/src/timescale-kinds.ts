import type { ObjectKind } from '@sync/core';
import { postgresKinds, viewKind } from '@sync/dialect-postgres';
import { aggregateIndexKind } from './kinds/aggregate-index-kind.js';
import { atOnce } from './kinds/at-once.js';
import { columnstoreKind } from './kinds/columnstore-kind.js';
import { fillingAggregates, withAggregates } from './kinds/continuous-aggregate.js';
import { hypertableKind } from './kinds/hypertable-kind.js';
import { jobKind } from './kinds/job-kind.js';
import { policyKind } from './kinds/policy-kind.js';
import { restricting } from './kinds/restricting.js';
import { withoutInternals } from './kinds/without-internals.js';

/** The kinds of PostgreSQL, views with continuous aggregates among them, and those of the extension. */
export function timescaleKinds(): readonly ObjectKind[] {
  const view = withAggregates(viewKind) as unknown as ObjectKind;
  return [
    ...postgresKinds({ instead: { view } }).map((kind) =>
      restricting(atOnce(fillingAggregates(withoutInternals(kind)))),
    ),
    hypertableKind as unknown as ObjectKind,
    aggregateIndexKind as unknown as ObjectKind,
    columnstoreKind as unknown as ObjectKind,
    policyKind as unknown as ObjectKind,
    jobKind as unknown as ObjectKind,
  ];
}
