import type { Address, Change, Delta, EntailContext, Entailed, SchemaObject } from '@sync/core';
import { schemaOf } from '../../schema-of.js';
import type { DomainSpec } from '../domain/spec.js';
import { printColumn } from '../table/print.js';
import { columnsInOrder, type TableLayout, type TableSpec } from '../table/spec.js';
import type { TableDelta } from '../table/table-delta.js';
import { computedOver } from '../type/computed.js';
import { bareName, type RoutineSpec } from './spec.js';

/**
 * What asks to be written anew for a function that is dropped and created again: columns that are computed with it. Defaults are taken away and put back by who creates
 * it; where it is another function that is called with the same words from then on, they are written anew, too.
 */
export function callersOver(
  change: Extract<Change, { verb: 'replace' }>,
  context: EntailContext,
): ReadonlyMap<Address, readonly Delta[]> {
  const all = new Map<Address, readonly Delta[]>(computedOver(change, context));
  if (change.to.address === change.address) return all;
  for (const wanted of context.goal.dependents(change.to.address)) {
    const from = context.base.get(context.origin(wanted.address));
    const deltas = from ? defaultsWith(change.address, from, wanted) : [];
    if (from && deltas.length > 0) all.set(from.address, [...(all.get(from.address) ?? []), ...deltas]);
  }
  return all;
}

/**
 * What called one function and calls, with the same words, another one that is new beside it: the server goes on to call the first one until it is told the words again.
 */
export function callersTakenOver(
  { to: routine }: Extract<Change, { verb: 'create' }>,
  context: EntailContext,
): ReadonlyMap<Address, Entailed> {
  const { base, goal, origin } = context;
  const because = `it calls ${routine.name} with the words for another function from then on`;
  return new Map(
    goal.dependents(routine.address).flatMap((wanted): readonly (readonly [Address, Entailed])[] => {
      const from = base.get(origin(wanted.address));
      const needs = new Set(wanted.needs.map(origin));
      const [other] = (from?.needs ?? []).filter(
        (need) => !needs.has(need) && goal.has(need) && isCalledAlike(base.get(need), routine),
      );
      if (!from || other === undefined) return [];
      if (from.kind !== 'table' && from.kind !== 'postgres/domain') return [[from.address, { replace: because }]];
      const deltas = [...computedWith(other, from, wanted), ...defaultsWith(other, from, wanted)];
      return deltas.length > 0 ? [[from.address, deltas]] : [];
    }),
  );
}

function isCalledAlike(other: SchemaObject | undefined, routine: SchemaObject): boolean {
  if (other?.kind !== routine.kind || schemaOf(other) !== schemaOf(routine)) return false;
  return bareName(other as SchemaObject<RoutineSpec>) === bareName(routine as SchemaObject<RoutineSpec>);
}

/** The columns that are computed with a function and say the same afterwards: they are dropped, and computed anew. */
function computedWith(of: Address, from: SchemaObject, to: SchemaObject): readonly TableDelta[] {
  if (from.kind !== 'table') return [];
  const table = from as SchemaObject<TableSpec>;
  const { calls = {} } = table.layout as unknown as TableLayout;
  const wanted = new Map((to as SchemaObject<TableSpec>).spec.columns.map((column) => [column.name, column]));
  const pairs = table.spec.columns.flatMap((before) => {
    const after = wanted.get(before.name);
    const isSame = before.generated && after?.generated?.as === before.generated.as;
    return after && isSame && calls[before.name]?.includes(of)
      ? [{ path: ['columns', before.name], before, after }]
      : [];
  });
  return [
    ...pairs.map(({ path, before }): TableDelta => ({ type: 'drop-column', path, from: printColumn(before), before })),
    ...pairs.map(({ path, after }): TableDelta => ({ type: 'add-column', path, to: printColumn(after), after })),
  ];
}

/** The defaults that call a function and say the same afterwards. */
function defaultsWith(of: Address, from: SchemaObject, to: SchemaObject): readonly Delta[] {
  if (from.kind === 'postgres/domain') {
    const [old, next] = [from, to].map(({ spec }) => (spec as DomainSpec).default);
    return old !== undefined && old === next
      ? [{ type: 'change-default', path: ['default'], from: old, to: next }]
      : [];
  }
  if (from.kind !== 'table') return [];
  const table = from as SchemaObject<TableSpec>;
  const { calls = {} } = table.layout as unknown as TableLayout;
  const wanted = new Map(columnsInOrder(to as SchemaObject<TableSpec>).map((column) => [column.name, column]));
  return columnsInOrder(table).flatMap((before): readonly TableDelta[] => {
    const after = wanted.get(before.name);
    const { default: value } = before;
    if (value === undefined || before.generated || after?.default !== value || !calls[before.name]?.includes(of))
      return [];
    return [
      { type: 'change-default', path: ['columns', before.name, 'default'], from: value, to: value, before, after },
    ];
  });
}
