import type { ObjectKind } from '@sync/core';
import { accessKind } from './kinds/access-kind.js';
import { aggregateKind } from './kinds/aggregate-kind.js';
import { bridgeKind } from './kinds/bridge-kind.js';
import { carrying } from './kinds/carrying.js';
import { carryingParts } from './kinds/carrying-parts.js';
import { castKind } from './kinds/cast-kind.js';
import { collationKind } from './kinds/collation-kind.js';
import { commentKind } from './kinds/comment-kind.js';
import { compositeTypeKind } from './kinds/composite-type-kind.js';
import { constraintKind } from './kinds/constraint-kind.js';
import { countingLocks } from './kinds/counting-locks.js';
import { defaultPrivilegesKind } from './kinds/default-privileges-kind.js';
import { domainConstraintKind } from './kinds/domain-constraint-kind.js';
import { domainKind } from './kinds/domain-kind.js';
import { enumKind } from './kinds/enum-kind.js';
import { eventTriggerKind } from './kinds/event-trigger-kind.js';
import { extensionKind } from './kinds/extension-kind.js';
import { foreignTableKind } from './kinds/foreign-table-kind.js';
import { functionKind, procedureKind } from './kinds/function-kind.js';
import { held } from './kinds/held.js';
import { hintingOnline } from './kinds/hinting-online.js';
import { indexKind } from './kinds/index-kind.js';
import { keepingAccess } from './kinds/keeping-access.js';
import { materializedViewKind } from './kinds/materialized-view-kind.js';
import { policyKind } from './kinds/policy-kind.js';
import { publicationKind } from './kinds/publication-kind.js';
import { rangeTypeKind } from './kinds/range-type-kind.js';
import { ruleKind } from './kinds/rule-kind.js';
import { schemaKind } from './kinds/schema-kind.js';
import { sequenceKind } from './kinds/sequence-kind.js';
import { serverKind } from './kinds/server-kind.js';
import { statisticsKind } from './kinds/statistics-kind.js';
import { supplanting } from './kinds/supplanting.js';
import { tableKind } from './kinds/table-kind.js';
import { tellingLocks } from './kinds/telling-locks.js';
import { configurationKind } from './kinds/text-search-configuration-kind.js';
import { dictionaryKind } from './kinds/text-search-dictionary-kind.js';
import { triggerKind } from './kinds/trigger-kind.js';
import { triggerStateKind } from './kinds/trigger-state-kind.js';
import { viewKind } from './kinds/view-kind.js';
import { constraintOnline } from './online/constraint-online.js';
import { functionOnline, triggerOnline } from './online/copy-online.js';
import { indexOnline } from './online/index-online.js';
import { materializedViewOnline } from './online/materialized-view-online.js';
import { onlineKind } from './online/online-kind.js';
import { policyOnline } from './online/row-security.js';
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
    extensionKind as ObjectKind,
    collationKind as ObjectKind,
    enumKind as ObjectKind,
    domainKind as ObjectKind,
    domainConstraintKind as ObjectKind,
    compositeTypeKind as ObjectKind,
    rangeTypeKind as ObjectKind,
    onlineKind(functionKind as ObjectKind, functionOnline),
    procedureKind as ObjectKind,
    aggregateKind as ObjectKind,
    castKind as ObjectKind,
    sequenceKind as ObjectKind,
    dictionaryKind as ObjectKind,
    configurationKind as ObjectKind,
    serverKind as ObjectKind,
    foreignTableKind as unknown as ObjectKind,
    onlineKind(tableKind, tableOnline) as ObjectKind,
    onlineKind(constraintKind, constraintOnline) as ObjectKind,
    onlineKind(indexKind, indexOnline) as ObjectKind,
    viewKind as ObjectKind,
    onlineKind(materializedViewKind, materializedViewOnline) as ObjectKind,
    eventTriggerKind as ObjectKind,
    onlineKind(triggerKind as ObjectKind, triggerOnline),
    triggerStateKind as ObjectKind,
    bridgeKind as ObjectKind,
    onlineKind(policyKind as ObjectKind, policyOnline),
    ruleKind as ObjectKind,
    statisticsKind as ObjectKind,
    publicationKind as ObjectKind,
    commentKind as ObjectKind,
    accessKind as ObjectKind,
    defaultPrivilegesKind as ObjectKind,
  ];
  return [
    ...usual.map((kind) =>
      hintingOnline(
        keepingAccess(
          carryingParts(carrying(held(countingLocks(tellingLocks(supplanting(instead[kind.kind] ?? kind)))))),
        ),
      ),
    ),
    ...beside,
  ];
}
