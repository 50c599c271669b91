import {
  type Address,
  address,
  type Change,
  partsOf,
  type Ref,
  type RenderContext,
  type SchemaObject,
} from '@sync/core';
import { columnChanges } from '../kinds/table/table-delta.js';
import { mentionsColumn } from '../text/rename-in.js';
import { newName, oldName } from './marks.js';
import { isPartitioned } from './partitions.js';

type Replace = Extract<Change, { verb: 'replace' }>;

/** Where the constraint stands for a while that takes the place of the one at this address. */
export function besideConstraint(at: Address): Address {
  return besideIndex(at, newName);
}

/** Where the index stands for a while that takes the place of the one at this address, or that one itself after it. */
export function besideIndex(at: Address, name: (own: string) => string): Address {
  const { kind, parts } = partsOf(at);
  return address(kind, ...parts.slice(0, -1), name(parts.at(-1) ?? ''));
}

/**
 * The replace of an index or key for which the new one can be built beside the old one, so that statements never lack both: the columns that it is over are the same
 * before and after, and nothing else that it stands on changes.
 */
export function replacedBeside(object: SchemaObject, context: RenderContext): Replace | undefined {
  const change = exchanged(object, context);
  if (!change || isPartitioned(change.to.parent as Address, context)) return undefined;
  return besideNames(object.address).some((each) => context.goal.has(each)) ? undefined : change;
}

/** The same, whether or not anything is called as what stands beside it. */
export function exchanged({ address: at, parent }: SchemaObject, context: RenderContext): Replace | undefined {
  const change = context.change(at);
  if (change?.verb !== 'replace' || parent === undefined || !context.isOnline(change.to.parent ?? parent))
    return undefined;
  const { from, to } = change;
  if (from.parent === undefined || context.moved(from.parent) !== to.parent) return undefined;
  const definitions = [from, to].map(({ spec }) => (spec as { readonly definition: string }).definition);
  if (
    !keepsColumns(to.parent, definitions, context) ||
    [...from.needs, ...to.needs].some((need) => context.change(need))
  ) {
    return undefined;
  }
  return change;
}

/** Whether foreign keys stand on it: one that comes back while the new and the old one are there may choose the wrong one. */
export function isReferredTo({ address: at }: SchemaObject, { base }: RenderContext): boolean {
  return base.dependents(at).some(({ kind }) => kind === 'postgres/constraint');
}

/** What a run that was stopped left under the names that a replace needs is dropped before that. */
export function afterLeftovers(at: Address): readonly Ref[] {
  return besideNames(at).map((each) => ({ verb: 'drop', address: each }));
}

function besideNames(at: Address): readonly Address[] {
  const { kind, parts } = partsOf(at);
  const path = kind === 'index' ? parts.slice(0, -1) : parts.slice(0, -2);
  return [newName, oldName].map((name) => address('index', ...path, name(parts.at(-1) ?? '')));
}

/** Whether the columns of a table that these definitions use stay in place, so that nothing goes with one of them. */
export function keepsColumns(
  table: Address,
  definitions: readonly string[],
  { change, moved }: RenderContext,
): boolean {
  const own = change(table) ?? change(moved(table));
  if (own === undefined || own.verb === 'rename') return true;
  if (own.verb !== 'alter') return false;
  return !columnChanges(own).some(({ column, delta: { type, path } }) => {
    const names = [column, path[1] ?? column];
    return breaking.has(type) && definitions.some((each) => names.some((name) => mentionsColumn(each, name)));
  });
}

const breaking: ReadonlySet<string> = new Set(['drop-column', 'change-type', 'change-collation']);

/** The indexes and keys of a table that a plan builds: what an index that goes had better wait for. */
export function builtOn(table: Address, { goal, change }: RenderContext): readonly Ref[] {
  return goal.children(table).flatMap(({ address: at, kind }): readonly Ref[] => {
    const own = change(at);
    if (kind !== 'index' && kind !== 'postgres/constraint') return [];
    return own?.verb === 'create' || own?.verb === 'replace' ? [{ verb: own.verb, address: at }] : [];
  });
}
