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
import { newName, oldName } from './marks.js';
import { isPartitioned } from './partitions.js';

type Replace = Extract<Change, { verb: 'replace' }>;

/** Where the index stands for a while that takes the place of the one at this address, or that one itself after it. */
export function besideIndex(at: Address, name: (own: string) => string): Address {
  const { kind, parts } = partsOf(at);
  return address(kind, ...parts.slice(0, -1), name(parts.at(-1) ?? ''));
}

/**
 * The replace of an index or key for which the new one can be built beside the old one, so that statements never lack both: its table has the same columns before
 * and after, and nothing else that it stands on changes.
 */
export function replacedBeside({ address: at, parent }: SchemaObject, context: RenderContext): Replace | undefined {
  const change = context.change(at);
  if (change?.verb !== 'replace' || parent === undefined || !context.isOnline(change.to.parent ?? parent))
    return undefined;
  const { from, to } = change;
  if (from.parent === undefined || context.moved(from.parent) !== to.parent || isPartitioned(to.parent, context)) {
    return undefined;
  }
  if (!keepsColumns(to.parent, context) || [...from.needs, ...to.needs].some((need) => context.change(need))) {
    return undefined;
  }
  // A foreign key that comes back while both are there may choose the wrong one to stand on.
  if (context.base.dependents(from.address).some(({ kind }) => kind === 'postgres/constraint')) return undefined;
  return besideNames(at).some((each) => context.goal.has(each)) ? undefined : change;
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

/** Whether all columns of a table stay in place, so that nothing goes with one of them. */
export function keepsColumns(table: Address, { change, moved }: RenderContext): boolean {
  const own = change(table) ?? change(moved(table));
  if (own === undefined || own.verb === 'rename') return true;
  return own.verb === 'alter' && !columnChanges(own).some(({ delta }) => breaking.has(delta.type));
}

const breaking: ReadonlySet<string> = new Set(['drop-column', 'change-type', 'change-collation', 'rename-column']);

/** The indexes and keys of a table that a plan builds: what an index that goes had better wait for. */
export function builtOn(table: Address, { goal, change }: RenderContext): readonly Ref[] {
  return goal.children(table).flatMap(({ address: at, kind }): readonly Ref[] => {
    const own = change(at);
    if (kind !== 'index' && kind !== 'postgres/constraint') return [];
    return own?.verb === 'create' || own?.verb === 'replace' ? [{ verb: own.verb, address: at }] : [];
  });
}
