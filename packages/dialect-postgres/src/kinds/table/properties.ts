import type { Hazard, RenderContext, SchemaObject, Statement } from '@sync/core';
import { disablesRowSecurity, enablesRowSecurity } from '../../hazards.js';
import { qualified, shown } from '../../text/qualified.js';
import { isReplicaIdentity } from '../index/marks.js';
import type { TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

interface Setting {
  readonly what: string;
  readonly sql: readonly string[];
  readonly hazards?: readonly Hazard[];
}

/** What CREATE TABLE cannot say of a table. */
export function printProperties(table: Table): readonly Statement[] {
  const { rowSecurity, forcedRowSecurity, replicaIdentity } = table.spec;
  const alter = `ALTER TABLE ${qualified(table)}`;
  return [
    ...(rowSecurity ? [{ text: `${alter} ENABLE ROW LEVEL SECURITY` }] : []),
    ...(forcedRowSecurity ? [{ text: `${alter} FORCE ROW LEVEL SECURITY` }] : []),
    ...(replicaIdentity ? [{ text: `${alter} REPLICA IDENTITY ${replicaIdentity.toUpperCase()}` }] : []),
  ];
}

/** Whether policies count for a table. */
export function changeRowSecurity(table: Table): Setting {
  const { rowSecurity } = table.spec;
  return {
    what: `${rowSecurity ? 'enable' : 'disable'} row-level security`,
    sql: [`ALTER TABLE ${qualified(table)} ${rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`],
    hazards: [rowSecurity ? enablesRowSecurity(shown(table)) : disablesRowSecurity(shown(table))],
  };
}

/** Whether policies count for the owner of a table, too. */
export function changeForcedRowSecurity(table: Table): Setting {
  const { forcedRowSecurity, rowSecurity } = table.spec;
  const what = forcedRowSecurity ? 'FORCE' : 'NO FORCE';
  const hazard = forcedRowSecurity ? enablesRowSecurity : disablesRowSecurity;
  return {
    what: `${forcedRowSecurity ? 'force' : 'stop forcing'} row-level security`,
    sql: [`ALTER TABLE ${qualified(table)} ${what} ROW LEVEL SECURITY`],
    hazards: rowSecurity ? [hazard(shown(table), 'its owner')] : [],
  };
}

/** How replicas tell rows apart. An index that they are told apart by says so itself. */
export function changeReplicaIdentity(table: Table, { goal }: Pick<RenderContext, 'goal'>): Setting {
  const { replicaIdentity } = table.spec;
  const isOfIndex = !replicaIdentity && goal.children(table.address).some(isReplicaIdentity);
  const identity = replicaIdentity?.toUpperCase() ?? 'DEFAULT';
  return {
    what: 'change the replica identity',
    sql: isOfIndex ? [] : [`ALTER TABLE ${qualified(table)} REPLICA IDENTITY ${identity}`],
  };
}
