import type { Change, Delta, Rename, Verb } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { CompareContext } from '../contract/kind.js';
import { type Address, byCodeUnit } from '../model/address.js';
import { type Catalogue, emptyCatalogue, unite } from '../model/catalogue.js';
import { equalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { Differ, Difference, DiffOptions } from './difference.js';
import { evidentRenames } from './evident-renames.js';
import { broughtAlong, type Followed, followRenames } from './follow-renames.js';
import { withKept } from './kept.js';
import { kindOf } from './kinds.js';
import { resolveRenames, reverseRenames } from './renames.js';
import { respellHints } from './respell-hints.js';
import { settle } from './settle.js';
import { findSuspects } from './suspects.js';

/** The default differ: two-way, object by object, in one pass over each side. */
export const diff: Differ = (base, goal, options) => {
  const { driver, server, hints = [], kept = emptyCatalogue, leftOut = emptyCatalogue } = options;
  const distance = (renames: readonly Rename[], of?: readonly Rename[]) =>
    sizeOf(aboutNamed(forth(base, goal, renames, emptyCatalogue, { driver, server }).changes, of, driver));
  const spelt = respellHints(hints, { before: [base, kept], after: [goal, leftOut] }, driver, server);
  const { renames, unmade } = resolveRenames(spelt, { base, goal, kept, leftOut }, driver, distance);
  const difference = forth(base, goal, renames, kept, options);
  return { ...difference, unmade, suspects: findSuspects(difference.changes, driver) };
};

function forth(
  base: Catalogue,
  goal: Catalogue,
  renames: readonly Rename[],
  kept: Catalogue,
  options: Pick<DiffOptions, 'driver' | 'server' | 'lost'>,
): Difference {
  const before = unite(base, kept);
  const brought = broughtAlong(base, goal, options.driver);
  const stated = followRenames(before, renames, options.driver, brought);
  const evident = evidentRenames(base, stated, goal, options.driver);
  const all = [...renames, ...evident];
  const followed = evident.length > 0 ? followRenames(before, all, options.driver, brought) : stated;
  const wanted = settle(goal, followed.catalogue, options.driver);
  const after = withKept(wanted, kept, followed, options.driver, options.lost);
  const sides = { base, goal: wanted, whole: { base: before, goal: after.whole } };
  return between(sides, { ...followed, unforetold: after.unforetold }, all, brought, options);
}

/** Of the changes, those of what is renamed itself: not of what refers to it. */
function aboutNamed(changes: readonly Change[], of: readonly Rename[] | undefined, driver: Driver): readonly Change[] {
  if (!of) return changes;
  const objects = new Set(of.flatMap((rename) => (rename.of === 'object' ? [rename.to] : [])));
  const members = memberRenames(of);
  return changes.flatMap((change) => {
    if (objects.has(change.address)) return [change];
    const names = members.get(change.address);
    if (!names || change.verb !== 'alter') return [];
    const deltas = change.deltas.filter(
      ({ path: [, name] }) => name !== undefined && names.has(driver.dialect.fold(name)),
    );
    return [{ ...change, deltas }];
  });
}

/** How much there is to do beside giving new names. */
function sizeOf(changes: readonly Change[]): number {
  const own = (change: Change) => {
    if (change.verb === 'alter') return change.deltas.filter((delta) => !delta.type.startsWith('rename-')).length;
    return change.verb === 'rename' ? 0 : 1;
  };
  return changes.reduce((sum, change) => sum + own(change), 0);
}

/** The difference that leads back. It is found again, not mirrored, so that each kind judges the way back on its own. */
export function invert(difference: Difference, options: Pick<DiffOptions, 'driver' | 'server'>): Difference {
  const { base, goal, whole } = difference;
  const renames = reverseRenames(difference.renames, base);
  const sides = { base: goal, goal: base, whole: { base: whole.goal, goal: whole.base } };
  const brought = broughtAlong(goal, base, options.driver);
  const followed = followRenames(whole.goal, renames, options.driver, brought);
  // The first state is known, whatever the server made of it in between.
  const known = { ...followed, unforetold: new Map(), rewritten: followed.unforetold };
  const only = renames.length > 0 || brought.length > 0 ? undefined : touchedBy(difference);
  return between(sides, known, renames, brought, options, only);
}

/** Every address that a difference is about, with what goes along with a dropped parent. */
function touchedBy({ changes, whole: { base } }: Difference): ReadonlySet<Address> {
  const touched = new Set(changes.map((change) => change.address));
  // A set that grows while it is walked yields what was added, too.
  for (const address of touched) for (const child of base.children(address)) touched.add(child.address);
  return touched;
}

function between(
  sides: Pick<Difference, 'base' | 'goal' | 'whole'>,
  {
    catalogue: followed,
    moved,
    unforetold,
    rewritten = unforetold,
  }: Followed & { readonly rewritten?: Followed['unforetold'] },
  renames: readonly Rename[],
  brought: readonly Rename[],
  { driver, server, lost = [] }: Pick<DiffOptions, 'driver' | 'server' | 'lost'>,
  only?: ReadonlySet<Address>,
): Difference {
  const { base, goal } = sides.whole;
  const origins = new Map(Array.from(moved, ([from, to]) => [to, from]));
  /** What is taken down is taken down as it is found, under its first name. */
  const origin = (object: SchemaObject) => base.get(origins.get(object.address) ?? object.address) ?? object;
  const members = memberRenames(renames);
  const wasThere = new Map(lost.map(({ object, before }) => [object.address, before]));
  const states = { base: followed, goal };
  const changes: Change[] = renames.flatMap((rename) => renameChange(rename, base, followed));
  for (const to of pick(goal, only)) {
    const from = followed.get(to.address);
    const { isFollowed } = kindOf(driver, to.kind);
    // What is left alone is the same on both sides, and is wanted as the server makes it read.
    const isWritten = from && from !== to && rewritten.get(to.address) === 'rewritten';
    const mayRead = isWritten ? isFollowed?.(from, to, [...renames, ...brought]) : undefined;
    if (mayRead === true) continue;
    // What reads as it is wanted to read does so no more once the server has written the new names into it.
    const differs = mayRead === false && from && isAlike(from, to);
    const change = differs
      ? replacement(from, to, 'the server would have it follow a rename')
      : from
        ? alteration(from, to, driver, { server, states, renamed: members.get(to.address) ?? noRenames })
        : creation(to, wasThere.get(to.address));
    if (change) changes.push(change.verb === 'replace' ? { ...change, from: origin(change.from) } : change);
  }
  for (const from of pick(followed, only)) {
    if (!goal.has(from.address) && !goesWithParent(from, goal)) changes.push(removal(origin(from)));
  }
  changes.sort((a, b) => byCodeUnit(a.address, b.address) || byCodeUnit(b.verb, a.verb));
  const found = { changes: withoutIdleRenames(changes), renames, moved, origins, unforetold };
  return { ...sides, ...found, suspects: [], unmade: [] };
}

/** What is dropped and created again needs no new name in between. */
function withoutIdleRenames(changes: readonly Change[]): readonly Change[] {
  const replaced = new Set(changes.flatMap((change) => (change.verb === 'replace' ? [change.address] : [])));
  return changes.filter((change) => change.verb !== 'rename' || !replaced.has(change.address));
}

function* pick(catalogue: Catalogue, only: ReadonlySet<Address> | undefined): Iterable<SchemaObject> {
  if (!only) {
    yield* catalogue;
    return;
  }
  for (const address of only) {
    const object = catalogue.get(address);
    if (object) yield object;
  }
}

/** The drop of a parent is the drop of its children, and says so for them. */
function goesWithParent(object: SchemaObject, goal: Catalogue): boolean {
  return object.parent !== undefined && !goal.has(object.parent);
}

function memberRenames(renames: readonly Rename[]): ReadonlyMap<Address, ReadonlyMap<string, string>> {
  const members = new Map<Address, Map<string, string>>();
  for (const rename of renames) {
    if (rename.of !== 'member') continue;
    const of = members.get(rename.object) ?? new Map<string, string>();
    members.set(rename.object, of.set(rename.to, rename.from));
  }
  return members;
}

/** Names a change; unique within a plan. */
export function changeId(verb: Verb, address: Address): string {
  return `${verb} ${address}`;
}

function renameChange(rename: Rename, base: Catalogue, followed: Catalogue): Change[] {
  if (rename.of !== 'object') return [];
  const from = base.get(rename.from);
  const to = followed.get(rename.to);
  if (!from || !to) throw new TypeError(`${rename.from} was to be renamed and is not there`);
  return [{ id: changeId('rename', to.address), kind: to.kind, address: to.address, verb: 'rename', from, to }];
}

function creation(to: SchemaObject, lost?: SchemaObject): Change {
  const { address, kind } = to;
  return { id: changeId('create', address), kind, address, verb: 'create', to, ...(lost && { lost }) };
}

/** The drop of an object. */
export function removal(from: SchemaObject): Change {
  return { id: changeId('drop', from.address), kind: from.kind, address: from.address, verb: 'drop', from };
}

const noRenames: ReadonlyMap<string, string> = new Map();

function alteration(from: SchemaObject, to: SchemaObject, driver: Driver, context: CompareContext): Change | undefined {
  const { address, kind } = to;
  const own = kindOf(driver, kind);
  // Members that trade places can look alike and be others all the same.
  if (isAlike(from, to) && !tradesNames(context.renamed) && !own.lags?.(from, to)) return undefined;
  if (from.parent !== to.parent) return replacement(from, to, `it belongs to ${to.parent ?? 'nothing'} now`);
  const deltas = own.compare(from, to, context);
  if ('replace' in deltas) return replacement(from, to, deltas.replace);
  if (deltas.length === 0) throw new TypeError(`${kind} finds no delta between two different states of ${address}`);
  return adjustment(from, to, deltas);
}

function isAlike(from: SchemaObject, to: SchemaObject): boolean {
  return (
    from === to || (from.parent === to.parent && equalJson(from.spec, to.spec) && equalJson(from.extras, to.extras))
  );
}

/** A change that makes of an object what it is to be. */
export function adjustment(from: SchemaObject, to: SchemaObject, deltas: readonly Delta[]): Change {
  const { address, kind } = to;
  return { id: changeId('alter', address), kind, address, verb: 'alter', from, to, deltas };
}

function tradesNames(renamed: ReadonlyMap<string, string>): boolean {
  return [...renamed.values()].some((old) => renamed.has(old));
}

/** A change that takes an object down and builds it again. */
export function replacement(from: SchemaObject, to: SchemaObject, because: string): Change {
  return {
    id: changeId('replace', to.address),
    kind: to.kind,
    address: to.address,
    verb: 'replace',
    from,
    to,
    because,
  };
}
