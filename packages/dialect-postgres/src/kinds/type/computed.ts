import {
  type Address,
  byCodeUnit,
  type Catalogue,
  type Change,
  type EntailContext,
  type Ref,
  type RenderContext,
  type SchemaObject,
  type Statement,
} from '@sync/core';
import { routineKinds } from '../../text/kind-groups.js';
import { quoteName } from '../../text/names.js';
import { qualified } from '../../text/qualified.js';
import { mentionsColumn } from '../../text/rename-in.js';
import { printColumn } from '../table/print.js';
import type { ColumnSpec, TableLayout, TableSpec } from '../table/spec.js';
import { columnChanges, type TableDelta } from '../table/table-delta.js';
import { depthOf, isRemade, type RemadeContext } from './remade.js';
import { remakesType } from './remakes-type.js';
import { isConverted } from './supplanted.js';
import { beforeTables, isColumnOf } from './uses.js';

type Table = SchemaObject<TableSpec>;
type ReplacedContext = RemadeContext & Pick<RenderContext, 'supplanter'>;

/** The computed columns of a table that are of a type, or are computed from something of it: they make way while it is made anew. */
function computedIn(table: Table, type: SchemaObject): readonly ColumnSpec[] {
  const isOf = isColumnOf(type);
  const { calls = {} } = table.layout as unknown as TableLayout;
  const ofType = table.spec.columns.filter(isOf).map(({ name }) => name);
  return table.spec.columns.filter((column) => {
    const { name, generated } = column;
    return (
      generated !== undefined &&
      (isOf(column) ||
        calls[name]?.includes(type.address) === true ||
        ofType.some((each) => mentionsColumn(generated.as, each)))
    );
  });
}

function tablesUsing(type: SchemaObject, base: Catalogue): readonly Table[] {
  return base.dependents(type.address).filter((each): each is Table => each.kind === 'table');
}

/** What a type that is made anew asks of the tables with columns that are computed from it: these go before and come back after it. */
export function computedOver(
  change: Change,
  { base, goal, origin }: EntailContext,
): ReadonlyMap<Address, readonly TableDelta[]> {
  const type = base.get(origin(change.address));
  const wanted = (change.verb === 'drop' ? [] : goal.dependents(change.to.address)).filter(
    (each): each is Table => each.kind === 'table',
  );
  return new Map(
    wanted.flatMap((table) => {
      const from = type && (base.get(origin(table.address)) as Table | undefined);
      const computed = from ? computedIn(from, type) : [];
      const back = new Map(table.spec.columns.map((column) => [column.name, column]));
      const deltas = computed.flatMap((before): readonly TableDelta[] => {
        const after = back.get(before.name);
        if (!after?.generated) return [];
        const path = ['columns', before.name];
        return [
          { type: 'drop-column', path, from: printColumn(before), before },
          { type: 'add-column', path, to: printColumn(after), after },
        ];
      });
      const inOrder = [...deltas].sort((a, b) => byCodeUnit(b.type, a.type));
      return from && deltas.length > 0 ? [[from.address, inOrder] as const] : [];
    }),
  );
}

/** Drops the computed columns that a type that is made anew would be kept by, after what stands on them. The first of several types takes those that stand on all. */
export function dropComputed(
  type: SchemaObject,
  context: ReplacedContext,
): {
  readonly tables: readonly Table[];
  readonly sql: readonly Statement[];
  readonly after: readonly Ref[];
  readonly before: readonly Ref[];
} {
  const { base, change, moved } = context;
  const all = tablesUsing(type, base).flatMap((table) => {
    const planned = change(moved(table.address));
    const going = new Set(
      planned
        ? columnChanges(planned).flatMap(({ column, delta }) => (delta.type === 'drop-column' ? [column] : []))
        : [],
    );
    const computed = computedIn(table, type).filter(({ name }) => going.has(name));
    return computed.length > 0 ? [{ table, computed }] : [];
  });
  const taken = all.map(({ table, computed }) => {
    const others = remadeUnder(table, context).filter((other) => other !== type && goesBefore(other, type, base));
    const held = others.map((other) => [other, new Set(computedIn(table, other).map(({ name }) => name))] as const);
    const own = computed.filter(({ name }) => !held.some(([, names]) => names.has(name)));
    const firsts = held.filter(([, names]) => computed.some(({ name }) => names.has(name))).map(([other]) => other);
    return { table, computed: own, firsts };
  });
  const found = taken.filter(({ computed }) => computed.length > 0);
  return {
    tables: found.map(({ table }) => table),
    sql: found.flatMap(({ table, computed }) =>
      computed.map(({ name }) => ({ text: `ALTER TABLE ${qualified(table)} DROP COLUMN ${quoteName(name)}` })),
    ),
    before: beforeTables(all, { moved }),
    after: [
      ...taken.flatMap(({ firsts }) =>
        firsts.map(
          ({ kind, address }): Ref =>
            routineKinds.has(kind) ? { verb: 'drop', address } : { verb: 'alter', address: moved(address) },
        ),
      ),
      ...found.flatMap(({ table: { address } }) =>
        [...base.dependents(address), ...base.children(address)].flatMap((each): readonly Ref[] => {
          const verb = change(moved(each.address))?.verb;
          return verb === 'replace' || verb === 'drop' ? [{ verb: 'drop', address: each.address }] : [];
        }),
      ),
    ],
  };
}

function remadeUnder(table: Table, context: ReplacedContext): readonly SchemaObject[] {
  return table.needs.flatMap((need) => {
    const type = context.base.get(need);
    return type && (isRemade(type, context) || isReplacedRoutine(type, context)) ? [type] : [];
  });
}

/** Whether a function goes and comes back, or another one is called with the same words from then on. */
export function isReplacedRoutine(
  { kind, address: at }: SchemaObject,
  { change, moved, supplanter }: Pick<RenderContext, 'change' | 'moved' | 'supplanter'>,
): boolean {
  return routineKinds.has(kind) && (change(moved(at))?.verb === 'replace' || supplanter(at)?.kind === kind);
}

/** Functions are dropped before what they are of is made anew; of what is made of others, these go first. */
function goesBefore(a: SchemaObject, b: SchemaObject, base: Catalogue): boolean {
  if (routineKinds.has(a.kind) !== routineKinds.has(b.kind)) return routineKinds.has(a.kind);
  return (depthOf(a, base) - depthOf(b, base) || byCodeUnit(a.address, b.address)) < 0;
}

/** Whether a computed column has gone by the time its table changes, since a type that it is computed from was made anew, or a function. */
export function isDroppedBeforehand(
  table: SchemaObject,
  column: string,
  context: Pick<RenderContext, 'base' | 'goal' | 'origin' | 'change' | 'moved' | 'supplanter'>,
): boolean {
  const { base, origin, change, moved } = context;
  const standing = base.get(origin(table.address)) as Table | undefined;
  const own = change(table.address);
  if (!own || !columnChanges(own).some(({ delta, column: of }) => delta.type === 'drop-column' && of === column)) {
    return false;
  }
  return (standing?.needs ?? []).some((need) => {
    const type = base.get(need);
    const planned = type && change(moved(need));
    const goes = planned && (remakesType(planned) || isConverted(type, context) || isReplacedRoutine(type, context));
    return goes && computedIn(standing as Table, type).some(({ name }) => name === column);
  });
}
