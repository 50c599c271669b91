import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { type Address, byCodeUnit } from '../model/address.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import type { Json } from '../model/json.js';
import { equalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import { schemaObject } from '../model/object.js';
import { kindOf } from './kinds.js';
import { type MergeSide, mergeOrder, mergeValue } from './merge-values.js';

/** Something that both sides changed, each in a way of its own. */
export interface MergeConflict {
  /** `table:users`, or with the property `table:users/columns/email/type`. */
  readonly id: string;
  readonly address: Address;
  /** The property; empty for the whole object. */
  readonly path: readonly string[];
  /** `changed`: both changed it, or made it. `gone`: one changed what the other dropped. `lacks`: what it needs is not in the other side. */
  readonly reason: 'changed' | 'gone' | 'lacks';
  /** What each side has; absent where it has nothing. */
  readonly base?: Json;
  readonly ours?: Json;
  readonly theirs?: Json;
}

/** What merging came to. */
export interface Merged {
  /** What both sides come to, with what was resolved as it was; what was not is as ours has it. */
  readonly catalogue: Catalogue;
  readonly conflicts: readonly MergeConflict[];
  readonly resolved: readonly (MergeConflict & { readonly by: MergeSide })[];
}

/** What merging takes. */
export interface MergeOptions {
  readonly driver: Driver;
  readonly server: Server;
  /** Which side a conflict is resolved to; undefined leaves it. */
  readonly resolve?: (conflict: MergeConflict) => MergeSide | undefined;
}

type Sides<T> = Readonly<Partial<Record<MergeSide, T>>>;

/** Merges what two states made of a third, object by object and property by property. */
export function merge(
  states: Readonly<Record<MergeSide, Catalogue>>,
  { driver, server, resolve = () => undefined }: MergeOptions,
): Merged {
  const conflicts: MergeConflict[] = [];
  const resolved: (MergeConflict & { readonly by: MergeSide })[] = [];
  const settle = (conflict: MergeConflict): MergeSide => {
    const by = resolve(conflict);
    if (by === undefined) conflicts.push(conflict);
    else resolved.push({ ...conflict, by });
    return by ?? 'ours';
  };
  const { base, ours, theirs } = states;
  const addresses = [...new Set([base, ours, theirs].flatMap((state) => Array.from(state, ({ address }) => address)))];
  const merged = new Map<Address, SchemaObject>();
  for (const address of addresses.sort(byCodeUnit)) {
    const sides = sidesAt(address, states);
    const object = mergeObject(address, sides, { driver, server, settle });
    if (object) merged.set(address, object);
  }
  dropLacking(merged, states, settle);
  return { catalogue: createCatalogue(merged.values()), conflicts, resolved };
}

function sidesAt(address: Address, { base, ours, theirs }: Readonly<Record<MergeSide, Catalogue>>) {
  return { base: base.get(address), ours: ours.get(address), theirs: theirs.get(address) };
}

interface Merging extends Pick<MergeOptions, 'driver' | 'server'> {
  settle(conflict: MergeConflict): MergeSide;
}

type Found = Readonly<Record<MergeSide, SchemaObject | undefined>>;

function mergeObject(address: Address, found: Found, merging: Merging): SchemaObject | undefined {
  const { base, ours, theirs } = found;
  if (isSame(ours, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  if (isSame(base, theirs)) return ours;
  if (!ours || !theirs) return found[merging.settle(conflictOf(address, [], 'gone', found))];
  return mergeParts(address, { ...found, ours, theirs }, merging);
}

function isSame(a: SchemaObject | undefined, b: SchemaObject | undefined): boolean {
  if (!a || !b) return a === b;
  return equalJson([a.spec, a.extras, a.parent, a.layout], [b.spec, b.extras, b.parent, b.layout]);
}

/** What both sides have, and each otherwise. */
function mergeParts(
  address: Address,
  found: { readonly base: SchemaObject | undefined; readonly ours: SchemaObject; readonly theirs: SchemaObject },
  { driver, server, settle }: Merging,
): SchemaObject {
  const { base, ours, theirs } = found;
  const sets = base ? setsOf([base, ours], [base, theirs], { driver, server }) : new Set<string>();
  const choose = (path: readonly string[], values: Sides<Json>) =>
    settle({ ...conflictOf(address, path, 'changed', {}), ...values });
  const values = (part: 'spec' | 'extras') => ({
    ...(base && { base: base[part] as Json }),
    ours: ours[part] as Json,
    theirs: theirs[part] as Json,
  });
  return schemaObject({
    ...ours,
    spec: mergeValue([], values('spec'), { choose, sets }) ?? null,
    extras: (mergeValue(['extras'], values('extras'), { choose, sets }) ?? {}) as Record<string, Json>,
    needs: mergeOrder(base?.needs ?? [], ours.needs, theirs.needs) as readonly Address[],
    ...mergeLayout(base?.layout, ours.layout, theirs.layout),
  });
}

/** The parts of an object in which the order says nothing, as far as the kind tells by what it calls the differences: what comes and goes there does so by itself. */
function setsOf(
  one: readonly [SchemaObject, SchemaObject],
  other: readonly [SchemaObject, SchemaObject],
  { driver, server }: Pick<MergeOptions, 'driver' | 'server'>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const ordered = new Set<string>();
  for (const [from, to] of [one, other]) {
    const deltas = kindOf(driver, to.kind).compare(from, to, { server, renamed: new Map() });
    if ('replace' in deltas) continue;
    for (const { type, path } of deltas) {
      const [part] = path;
      if (part !== undefined) (/^(?:add|drop)-/.test(type) ? found : ordered).add(part);
    }
  }
  return new Set([...found].filter((part) => !ordered.has(part)));
}

/** What makes no two schemas differ is no reason for a conflict. */
function mergeLayout(base: Json | undefined, ours: Json | undefined, theirs: Json | undefined) {
  if (ours === undefined || theirs === undefined) return ours === undefined ? {} : { layout: ours };
  const sides = { ...(base !== undefined && { base }), ours, theirs };
  const layout = mergeValue([], sides, { choose: () => 'ours', sets: new Set(), ordersApart: true });
  return layout === undefined ? {} : { layout };
}

/** What came from one side and needs what the other one dropped cannot be had. */
function dropLacking(
  merged: Map<Address, SchemaObject>,
  states: Readonly<Record<MergeSide, Catalogue>>,
  settle: Merging['settle'],
): void {
  const known = (need: Address) => Object.values(states).some((state) => state.has(need));
  for (const [address, object] of merged) {
    const wanted = [...object.needs, ...(object.parent ? [object.parent] : [])];
    if (wanted.every((need) => merged.has(need) || !known(need))) continue;
    const found = sidesAt(address, states);
    const side = settle(conflictOf(address, [], 'lacks', found));
    if (!found[side]) merged.delete(address);
  }
}

function conflictOf(
  address: Address,
  path: readonly string[],
  reason: MergeConflict['reason'],
  found: Sides<SchemaObject | undefined>,
): MergeConflict {
  const values = Object.entries(found).flatMap(([side, object]) =>
    object ? [[side, { spec: object.spec, extras: object.extras } as Json]] : [],
  );
  return { id: [address, ...path].join('/'), address, path, reason, ...Object.fromEntries(values) };
}
