import type { ObjectKind } from '@sync/core';
import { commentKind } from './kinds/comment-kind.js';
import { compositeTypeKind } from './kinds/composite-type-kind.js';
import { constraintKind } from './kinds/constraint-kind.js';
import { enumKind } from './kinds/enum-kind.js';
import { indexKind } from './kinds/index-kind.js';
import { functionKind, procedureKind } from './kinds/routine-kind.js';
import { schemaKind } from './kinds/schema-kind.js';
import { sequenceKind } from './kinds/sequence-kind.js';
import { tableKind } from './kinds/table-kind.js';
import { triggerKind } from './kinds/trigger-kind.js';
import { materializedViewKind, viewKind } from './kinds/view-kind.js';

/** The object kinds of CockroachDB: what they are is what PostgreSQL's are, so that one document declares either; how they are read and written is its own. */
export const cockroachKinds: readonly ObjectKind[] = [
  schemaKind as ObjectKind,
  enumKind as ObjectKind,
  compositeTypeKind as ObjectKind,
  sequenceKind as ObjectKind,
  functionKind as ObjectKind,
  procedureKind as ObjectKind,
  tableKind as ObjectKind,
  constraintKind as ObjectKind,
  indexKind as ObjectKind,
  viewKind as ObjectKind,
  materializedViewKind as ObjectKind,
  triggerKind as ObjectKind,
  commentKind as ObjectKind,
];
