import type {
  Address,
  Change,
  Entailed,
  Hazard,
  Impossible,
  ObjectKind,
  Ref,
  RenderContext,
  SchemaObject,
  Statement,
} from '@sync/core';
import { dropsTable, locksTable } from '../hazards.js';
import { pathOf, qualified, qualifiedAt, shown } from '../text/qualified.js';
import { bridgesOf } from './bridge/statements.js';
import { comesBack } from './comes-back.js';
import { lostWithColumns } from './index/lost-with-columns.js';
import { renaming } from './renaming.js';
import { tableConflicts } from './rows/table-conflicts.js';
import { aloneAbove } from './table/alone-above.js';
import { besideDefault, leavingHazards } from './table/along.js';
import { afterOwned, alterTable } from './table/alter.js';
import { tableDeltas } from './table/deltas.js';
import { describeTable } from './table/describe.js';
import { followInTable } from './table/follow.js';
import { inspectTables } from './table/inspect.js';
import { keptBelow } from './table/kept-below.js';
import { leavingBeside } from './table/leaving-beside.js';
import { loosenTable } from './table/loosen.js';
import { heldByPartitionKey } from './table/partition-key.js';
import { inOrderOfBase } from './table/physical-order.js';
import { printTable } from './table/print.js';
import { heldByRowType } from './table/row-type.js';
import { letSequencesStay } from './table/sequences-that-stay.js';
import { serveBothTables } from './table/serve-both.js';
import { heldBySharing } from './table/shared-below.js';
import { columnsInOrder, type TableSpec } from './table/spec.js';
import type { TableDelta } from './table/table-delta.js';
import { isInOrder } from './table/typed.js';
import { forbidBelow, unvalidatedBelow } from './table/unvalidated-below.js';
import { heirsOf } from './type/uses.js';

/** Tables with their columns; always altered in place. */
export const tableKind: ObjectKind<TableSpec, TableDelta> = {
  kind: 'table',
  namespace: ['relation', 'type'],
  inspect: inspectTables,
  compare(from, to, { renamed, server, states }) {
    if (from.spec.partitionBy !== to.spec.partitionBy) {
      return { replace: 'what a table is partitioned by cannot be changed' };
    }
    const deltas = tableDeltas(from, to, renamed, { features: server.features, ...(states && { states }) });
    return isInOrder(from, to, deltas)
      ? deltas
      : { replace: 'its columns would not be in the order of those of the type that it is of' };
  },
  settle: inOrderOfBase,
  follow: followInTable,
  loosen: loosenTable,
  serveBoth: serveBothTables,
  entails: (change, context) =>
    new Map<Address, Entailed>([
      ...keptBelow(change, context),
      ...lostWithColumns(change, context),
      ...aloneAbove(change, context),
    ]),
  // Its rows stay, whatever is replaced under it: who replaces that takes it out of the columns first. A partition goes with its table.
  survives: ({ spec: { parents = [] } }, change) =>
    change.verb !== 'replace' || !parents.some(({ table }) => table === change.from.address),
  render(change, context) {
    switch (change.verb) {
      case 'create': {
        const later = unvalidatedBelow(change.to, context);
        return [
          {
            summary: `create table ${shown(change.to)}`,
            sql: printTable(change.to, later),
            after: change.to.spec.columns.flatMap(afterOwned),
            preferAfter: othersLeaving(change.to, context),
            hazards: comingHazards(change.to, context),
          },
          ...forbidBelow(change.to, later, context),
        ];
      }
      case 'drop': {
        const staying = letSequencesStay(change.address, change.from.spec.columns, context);
        return [
          {
            summary: `drop table ${shown(change.from)}`,
            sql: [
              ...releasing(change.from, context),
              ...staying.sql.map((text) => ({ text })),
              { text: `DROP TABLE ${qualified(change.from)}` },
              ...bridgesOf(change.from, context).flatMap((bridge) => bridge.dropFunctions()),
            ],
            hazards: [
              ...staying.hazards,
              dropsTable(pathOf(change.from), comesBack(change.from, context)),
              ...goingHazards(change.from, context),
            ],
            after: staying.after,
            before: staying.before,
          },
        ];
      }
      case 'rename':
        return [renaming({ ...change, title: 'table' }, context)];
      case 'alter':
        return whyNot(change, context) ?? alterTable(change.to, change.deltas, context);
      default:
        return change satisfies never;
    }
  },
  conflicts: tableConflicts,
  describe: describeTable,
  relation: (table) => ({
    name: table.name,
    type: 'table',
    columns: columnsInOrder(table).map((column) => ({
      name: column.name,
      type: column.type,
      nullable: !column.notNull,
      ...(column.default !== undefined && { default: column.default }),
      ...(column.generated && { generated: column.generated.as }),
    })),
    foreignKeys: [],
    indexes: [],
  }),
};

/** What a partition does to the tables that it comes between. */
function comingHazards(table: SchemaObject<TableSpec>, context: RenderContext): readonly Hazard[] {
  return (table.spec.parents ?? []).flatMap((parent) => {
    const scanned = besideDefault(table, parent, context);
    return scanned.length > 0 ? [locksTable(shown({ address: parent.table }), 'ACCESS EXCLUSIVE'), ...scanned] : [];
  });
}

/** What a partition that comes may be in the place of. */
function othersLeaving({ address, spec }: SchemaObject<TableSpec>, context: RenderContext): readonly Ref[] {
  return (spec.parents ?? []).flatMap((parent) =>
    parent.bound === undefined ? [] : leavingBeside(address, parent, context),
  );
}

/** What a partition that goes does to those that stay; its own rows are told of already. */
function goingHazards(table: SchemaObject<TableSpec>, context: RenderContext): readonly Hazard[] {
  const { goal, moved, change } = context;
  return (table.spec.parents ?? []).flatMap(({ table: above, bound }) => {
    const at = moved(above);
    if (bound === undefined || !goal.has(at) || change(at)?.verb === 'replace') return [];
    return leavingHazards(table, { table: at, bound }, context).slice(1);
  });
}

/** What the server refuses of a table, whatever else is done before. */
function whyNot(
  { to, deltas }: Extract<Change<TableSpec, TableDelta>, { verb: 'alter' }>,
  context: RenderContext,
): Impossible | undefined {
  const retyped = deltas.flatMap(({ type, path: [, name = ''] }) =>
    type === 'change-type' || type === 'change-collation' ? [name] : [],
  );
  const standing = context.base.get(context.origin(to.address)) ?? to;
  // A partition may be partitioned by what it has from its table.
  for (const each of [to, ...heirsOf(standing, context.base)]) {
    const held = heldByPartitionKey(each, retyped, 'which is to be of another type');
    if (held) return held;
  }
  return heldByRowType(to, deltas, context) ?? heldBySharing(to, deltas, context);
}

/** A partition that a foreign key refers to by way of a table above is taken out of its own first, though that may go, too: the server looks whether anything refers to its rows. */
function releasing({ address, spec }: SchemaObject<TableSpec>, { base, change }: RenderContext): readonly Statement[] {
  const isGone = (at: Address | undefined) => {
    const verb = at && change(at)?.verb;
    return verb === 'drop' || verb === 'replace';
  };
  const isHeld = base
    .dependents(address)
    .some((each) => each.kind === 'postgres/constraint' && !isGone(each.address) && !isGone(each.parent));
  if (!isHeld) return [];
  return (spec.parents ?? []).flatMap(({ table, bound }) =>
    bound === undefined
      ? []
      : [{ text: `ALTER TABLE ${qualifiedAt(table)} DETACH PARTITION ${qualified({ address })}` }],
  );
}
