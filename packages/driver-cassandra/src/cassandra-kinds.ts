import type { ObjectKind } from '@sync/core';
import { aggregateKind } from './kinds/aggregate-kind.js';
import { functionKind } from './kinds/function-kind.js';
import { grantKind } from './kinds/grant-kind.js';
import { indexKind } from './kinds/index-kind.js';
import { keyspaceKind } from './kinds/keyspace-kind.js';
import { roleKind } from './kinds/role-kind.js';
import { tableKind } from './kinds/table-kind.js';
import { typeKind } from './kinds/type-kind.js';
import { viewKind } from './kinds/view-kind.js';

/** The object kinds of Cassandra. */
export const cassandraKinds: readonly ObjectKind[] = [
  keyspaceKind as ObjectKind,
  typeKind as ObjectKind,
  tableKind as ObjectKind,
  indexKind as ObjectKind,
  viewKind as ObjectKind,
  functionKind as ObjectKind,
  aggregateKind as ObjectKind,
  roleKind as ObjectKind,
  grantKind as ObjectKind,
];
