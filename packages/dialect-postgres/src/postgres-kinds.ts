import type { ObjectKind } from '@sync/core';
import { accessKind } from './kinds/access-kind.js';
import { commentKind } from './kinds/comment-kind.js';
import { constraintKind } from './kinds/constraint-kind.js';
import { enumKind } from './kinds/enum-kind.js';
import { functionKind, procedureKind } from './kinds/function-kind.js';
import { indexKind } from './kinds/index-kind.js';
import { keepingAccess } from './kinds/keeping-access.js';
import { materializedViewKind } from './kinds/materialized-view-kind.js';
import { policyKind } from './kinds/policy-kind.js';
import { ruleKind } from './kinds/rule-kind.js';
import { schemaKind } from './kinds/schema-kind.js';
import { sequenceKind } from './kinds/sequence-kind.js';
import { statisticsKind } from './kinds/statistics-kind.js';
import { tableKind } from './kinds/table-kind.js';
import { triggerKind } from './kinds/trigger-kind.js';
import { viewKind } from './kinds/view-kind.js';
import { constraintOnline } from './online/constraint-online.js';
import { indexOnline } from './online/index-online.js';
import { onlineKind } from './online/online-kind.js';
import { tableOnline } from './online/table-online.js';

/** Kinds to be used in place of the usual ones, and kinds beside them. */
export interface PostgresKindOptions {
  readonly instead?: Readonly<Record<string, ObjectKind>>;
  readonly beside?: readonly ObjectKind[];
}

/** The object kinds of PostgreSQL; a relative of it puts its own in place of some: `postgresKinds({ instead: { table: ownTable } })`. */
export function postgresKinds({ instead = {}, beside = [] }: PostgresKindOptions = {}): readonly ObjectKind[] {
  const usual: readonly ObjectKind[] = [
    schemaKind as ObjectKind,
    enumKind as ObjectKind,
    functionKind as ObjectKind,
    procedureKind as ObjectKind,
    sequenceKind as ObjectKind,
    onlineKind(tableKind, tableOnline) as ObjectKind,
    onlineKind(constraintKind, constraintOnline) as ObjectKind,
    onlineKind(indexKind, indexOnline) as ObjectKind,
    viewKind as ObjectKind,
    materializedViewKind as ObjectKind,
    triggerKind as ObjectKind,
    policyKind as ObjectKind,
    ruleKind as ObjectKind,
    statisticsKind as ObjectKind,
    commentKind as ObjectKind,
    accessKind as ObjectKind,
  ];
  return [...usual.map((kind) => keepingAccess(instead[kind.kind] ?? kind)), ...beside];
}
