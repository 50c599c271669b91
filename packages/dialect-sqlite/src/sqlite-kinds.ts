import type { ObjectKind } from '@sync/core';
import { bridgeKind } from './kinds/bridge-kind.js';
import { indexKind } from './kinds/index-kind.js';
import { tableKind } from './kinds/table-kind.js';
import { triggerKind } from './kinds/trigger-kind.js';
import { viewKind } from './kinds/view-kind.js';
import { virtualTableKind } from './kinds/virtual-table-kind.js';

/** Kinds to be used in place of the usual ones, and kinds beside them. */
export interface SqliteKindOptions {
  readonly instead?: Readonly<Record<string, ObjectKind>>;
  readonly beside?: readonly ObjectKind[];
}

/** The object kinds of SQLite; a relative of it puts its own in place of some: `sqliteKinds({ instead: { table: ownTable } })`. */
export function sqliteKinds({ instead = {}, beside = [] }: SqliteKindOptions = {}): readonly ObjectKind[] {
  const usual: readonly ObjectKind[] = [
    tableKind as ObjectKind,
    indexKind as ObjectKind,
    viewKind as ObjectKind,
    triggerKind as ObjectKind,
    virtualTableKind as ObjectKind,
    bridgeKind as ObjectKind,
  ];
  return [...usual.map((kind) => instead[kind.kind] ?? kind), ...beside];
}
