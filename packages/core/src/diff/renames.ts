import type { Rename, RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { type Address, address, partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { grouped } from '../model/grouped.js';
import type { SchemaObject } from '../model/object.js';
import { withoutHome } from '../source/sql/definition.js';
import { isPlace, readdress } from './along.js';
import type { UnmadeRename } from './difference.js';
import { followRenames } from './follow-renames.js';
import { type NamesKnown, sortRenames } from './rename-chains.js';
import { type MemberRename, membersOf, type ObjectRename, type Reading } from './rename-reading.js';
import {
  type Left,
  movesMember,
  refuseCircle,
  refuseForks,
  renameLeftOut,
  renamesLeftAlone,
  renamesNothing,
  type Surroundings,
  unknownTarget,
  unmadeRename,
} from './unmade-renames.js';

/** Which of the stated renames are to be made, and what became of the others. */
export interface ResolvedRenames {
  readonly renames: readonly Rename[];
  readonly unmade: readonly UnmadeRename[];
}

/** A hint with its names folded. */
interface Stated {
  readonly hint: RenameHint;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** How far the goal is from the base once these renames are made; where that is asked, only as to what some renames are of. */
type Distance = (renames: readonly Rename[], of?: readonly Rename[]) => number;

/**
 * Finds out which of the stated renames are still to be made. A hint stays in the desired state for ever, so that one whose rename was made long ago is only
 * noted. One that could not ever hold is an error, and so is one that would lose data if it was misspelt, or that was said for this run alone and does not hold.
 */
export function resolveRenames(
  hints: readonly RenameHint[],
  sides: Pick<Surroundings, 'base' | 'goal' | 'kept' | 'leftOut'>,
  driver: Driver,
  distance: Distance,
): ResolvedRenames {
  const { base, goal, kept, leftOut } = sides;
  const stated = foldedOnce(hints, goal, driver);
  const objects = settleObjects(stated, base, goal, distance, driver);
  const moved = new Map(objects.make.map(({ rename }) => [rename.to as Address, rename.from as Address]));
  const origin = (at: Address) => moved.get(at) ?? at;
  const { readings, spent } = memberReadings(stated, goal, origin, driver);
  const own = objects.make.filter(({ rename }) => !goesAlong(rename, objects.make, driver));
  const certain = own.map(({ rename }) => rename);
  const members = membersToMake(readings, origin, base, goal, driver, (renames, of) =>
    distance([...certain, ...renames], of),
  );
  const make = [...own, ...members.make];
  const meant = new Set([...objects.make, ...members.make].map(({ hint }) => hint));
  const astray = spent.find((hint) => hint.once && !meant.has(hint));
  if (astray) throw movesMember(astray);
  const settled = new Set([...meant, ...spent]);
  const left = grouped([...objects.leave, ...members.leave], ({ reading }) => reading.hint);
  const renames = make.map(({ rename }) => rename);
  const unmade = stated.flatMap(({ hint, from, to }) => {
    if (isSame(from, to) && hint.once) throw renamesNothing(hint);
    if (settled.has(hint) || isSame(from, to)) return [];
    if (hint.once && isLeftAlone(from, kept, driver)) throw renamesLeftAlone(hint, hint.from);
    const why = left.get(hint);
    const around = { ...sides, renames, driver };
    if (why) return unmadeRename(hint, why, around);
    if (!isLeftAlone(to, leftOut, driver)) throw unknownTarget(hint);
    return renameLeftOut({ hint, from, to }, around);
  });
  return { renames, unmade };
}

/** Whether a rename is made by that of the place that the object is in. */
function goesAlong({ from, to }: ObjectRename, renames: readonly Reading<ObjectRename>[], driver: Driver): boolean {
  return renames.some(({ rename }) => isPlace(rename.from, driver) && readdress(from, rename.from, rename.to) === to);
}

/** Whether a path is that of something that is not managed, or of a member of it. */
function isLeftAlone(path: readonly string[], kept: Catalogue, { kinds }: Driver): boolean {
  return [path, path.slice(0, -1)].some(
    (parts) => parts.length > 0 && kinds.some(({ kind }) => kept.has(address(kind, ...parts))),
  );
}

/** What is said twice is said once; for this run, if either was. */
function foldedOnce(hints: readonly RenameHint[], goal: Catalogue, driver: Driver): readonly Stated[] {
  const fold = (parts: readonly string[]) => parts.map((part) => driver.dialect.fold(part));
  // A table may be called as the qualifier that goes without saying, and have columns.
  const short = (parts: readonly string[]) =>
    ownerAt(goal, parts.slice(0, -1), driver) ? parts : withoutHome(parts, driver.dialect);
  const all = new Map<string, Stated>();
  for (const hint of hints) {
    const [from, to] = [short(fold(hint.from)), short(fold(hint.to))];
    const key = JSON.stringify([from, to]);
    if (!all.has(key) || hint.once) all.set(key, { hint, from, to });
  }
  return [...all.values()];
}

interface Settled<R extends Rename> {
  readonly make: readonly Reading<R>[];
  readonly leave: readonly Left<R>[];
}

function settle<R extends Rename>(
  readings: readonly Reading<R>[],
  known: NamesKnown,
  distance: Distance,
  driver: Driver,
): Settled<R> {
  const sorted = sortRenames(readings, known);
  refuseForks([...sorted.make, ...sorted.circles.flat()]);
  const make = [...sorted.make];
  const leave: Left<R>[] = sorted.leave.map(({ rename, because }) => ({ reading: rename, because }));
  for (const circle of sorted.circles) {
    const certain = make.map(({ rename }) => rename);
    if (tradesPlaces(circle, certain, distance, driver)) make.push(...circle);
    else leave.push(...circle.map((reading) => ({ reading, because: 'traded' as const })));
  }
  return { make, leave };
}

/** Names that trade places are there before and after; what they are the names of tells whether they did so. */
function tradesPlaces(
  circle: readonly Reading[],
  certain: readonly Rename[],
  distance: Distance,
  driver: Driver,
): boolean {
  const renames = circle.map(({ rename }) => rename);
  // An index on one of two columns that are alike says nothing of whether they traded; who says so for this run is to be believed.
  const isSaid = circle.some(({ hint }) => hint.once);
  // A place is what is in it: by itself it looks like any other.
  const arePlaces = renames.some((rename) => rename.of === 'object' && isPlace(rename.from, driver));
  const of = isSaid && !arePlaces ? renames : undefined;
  const traded = distance([...certain, ...renames], of);
  const asIs = distance(certain, of);
  if (traded !== asIs) return traded < asIs;
  if (isSaid) return true;
  throw refuseCircle(circle);
}

function sidesOf(base: Catalogue, goal: Catalogue): NamesKnown {
  return { inBase: (name) => base.has(name as Address), inGoal: (name) => goal.has(name as Address) };
}

/** What tells overloads apart is called otherwise with what it names, so that they come after all the rest. */
function settleObjects(
  stated: readonly Stated[],
  base: Catalogue,
  goal: Catalogue,
  distance: Distance,
  driver: Driver,
): Settled<ObjectRename> {
  const moving = stated.filter(({ from, to }) => !isSame(from, to));
  if (moving.length === 0) return { make: [], leave: [] };
  const readings = inRenamedPlaces(exactReadings(moving, goal, driver), base, goal, distance, driver);
  const exact = settle(readings, sidesOf(base, goal), distance, driver);
  const certain = exact.make.map(({ rename }) => rename);
  const overloads = overloadReadings(moving, base, goal, certain, driver);
  if (overloads.length === 0) return exact;
  const settled = settle(
    overloads,
    sidesOf(base, goal),
    (renames, of) => distance([...certain, ...renames], of),
    driver,
  );
  return { make: [...exact.make, ...settled.make], leave: [...exact.leave, ...settled.leave] };
}

/** What is in a place that is renamed may be called by the new name of that already. */
function inRenamedPlaces(
  readings: readonly Reading<ObjectRename>[],
  base: Catalogue,
  goal: Catalogue,
  distance: Distance,
  driver: Driver,
): readonly Reading<ObjectRename>[] {
  const ofPlaces = readings.filter(({ rename }) => isPlace(rename.from, driver));
  if (ofPlaces.length === 0 || ofPlaces.length === readings.length) return readings;
  const places = settle(ofPlaces, sidesOf(base, goal), distance, driver).make.map(({ rename }) => rename);
  const origins = new Map(Array.from(followRenames(base, places, driver).moved, ([from, to]) => [to, from]));
  return readings.map((reading) => {
    const from = base.has(reading.rename.from) ? undefined : origins.get(reading.rename.from);
    return from === undefined ? reading : { ...reading, from, rename: { ...reading.rename, from } };
  });
}

function exactReadings(stated: readonly Stated[], goal: Catalogue, driver: Driver): readonly Reading<ObjectRename>[] {
  return stated.flatMap(({ hint, from, to }) =>
    driver.kinds.flatMap(({ kind }) => {
      const object = goal.get(address(kind, ...to));
      return object ? [readingOf(hint, address(kind, ...from), object)] : [];
    }),
  );
}

function overloadReadings(
  stated: readonly Stated[],
  base: Catalogue,
  goal: Catalogue,
  certain: readonly ObjectRename[],
  driver: Driver,
): readonly Reading<ObjectRename>[] {
  const overloads = overloadsIn(goal, driver);
  if (overloads.size === 0) return [];
  const { moved } = followRenames(base, certain, driver);
  const origins = new Map(Array.from(moved, ([from, to]) => [to, from]));
  return stated.flatMap(({ hint, from, to }) =>
    driver.kinds.flatMap(({ kind }) => {
      if (goal.has(address(kind, ...to))) return [];
      return (overloads.get(address(kind, ...to)) ?? []).map((object) => {
        const old = address(kind, ...from.slice(0, -1), `${from.at(-1) ?? ''}${endOf(object, to)}`);
        return readingOf(hint, origins.get(old) ?? old, object);
      });
    }),
  );
}

function readingOf(hint: RenameHint, from: Address, { address: to, name }: SchemaObject): Reading<ObjectRename> {
  return { hint, rename: { of: 'object', from, to, name }, from, to };
}

/** What tells overloads apart, by the addresses that they would have without that. */
function overloadsIn(goal: Catalogue, { kinds, dialect }: Driver): ReadonlyMap<Address, readonly SchemaObject[]> {
  const named = new Map(kinds.flatMap(({ kind, bareName }) => (bareName ? [[kind, bareName] as const] : [])));
  const objects = [...goal].filter(({ kind }) => named.has(kind));
  const bareAddress = (object: SchemaObject) => {
    const bareName = named.get(object.kind)?.(object) ?? object.name;
    return address(object.kind, ...partsOf(object.address).parts.slice(0, -1), dialect.fold(bareName));
  };
  return grouped(objects, bareAddress);
}

/** What an address says beyond a bare name. */
function endOf(object: SchemaObject, to: readonly string[]): string {
  return (
    partsOf(object.address)
      .parts.at(-1)
      ?.slice((to.at(-1) ?? '').length) ?? ''
  );
}

/** A path one longer than an object's names a member of it. Where the old path names another owner, the rename was made long ago. */
function memberReadings(
  stated: readonly Stated[],
  goal: Catalogue,
  origin: (at: Address) => Address,
  driver: Driver,
): { readonly readings: readonly Reading<MemberRename>[]; readonly spent: readonly RenameHint[] } {
  const readings: Reading<MemberRename>[] = [];
  const spent: RenameHint[] = [];
  for (const { hint, from, to } of stated) {
    const [owner, before] = [to.slice(0, -1), from.slice(0, -1)];
    const [member, old] = [to.at(-1), from.at(-1)];
    const object = owner.length === 0 || isSame(from, to) ? undefined : ownerAt(goal, owner, driver);
    if (!object || member === undefined || old === undefined) continue;
    if (membersOf(object, driver)?.has(member) === false) continue;
    const sameOwner =
      before.length === 0 || isSame(before, owner) || isSame(before, partsOf(origin(object.address)).parts);
    const rename = { of: 'member', object: object.address, from: old, to: member } as const;
    if (!sameOwner) spent.push(hint);
    else readings.push({ hint, rename, from: old, to: member });
  }
  return { readings, spent };
}

/** What has members by this name; what is in a place is none of that. */
function ownerAt(goal: Catalogue, parts: readonly string[], driver: Driver): SchemaObject | undefined {
  for (const { kind } of driver.kinds.filter((each) => !each.isPlace)) {
    const object = goal.get(address(kind, ...parts));
    if (object) return object;
  }
  return undefined;
}

function membersToMake(
  stated: readonly Reading<MemberRename>[],
  origin: (at: Address) => Address,
  base: Catalogue,
  goal: Catalogue,
  driver: Driver,
  distance: Distance,
): Settled<MemberRename> {
  const make: Reading<MemberRename>[] = [];
  const leave: Left<MemberRename>[] = [];
  for (const [object, own] of grouped(stated, ({ rename }) => rename.object)) {
    const owner = base.get(origin(object));
    const before = membersOf(owner, driver);
    const after = membersOf(goal.get(object), driver);
    if (before && after) {
      const known = { inBase: (name: string) => before.has(name), inGoal: (name: string) => after.has(name) };
      const settled = settle(
        own,
        known,
        (renames, of) => distance([...make.map(({ rename }) => rename), ...renames], of),
        driver,
      );
      make.push(...settled.make);
      leave.push(...settled.leave);
    } else if (owner) {
      // Of what is no relation only the kind itself knows the members.
      refuseForks(own);
      make.push(...own);
    } else leave.push(...own.map((reading) => ({ reading, because: 'missing' as const })));
  }
  return { make, leave };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** The same renames, the other way round; members after the objects that they are of. */
export function reverseRenames(renames: readonly Rename[], base: Catalogue): readonly Rename[] {
  const backwards = renames.toReversed();
  const objects = backwards.flatMap((rename): ObjectRename[] =>
    rename.of === 'object'
      ? [{ of: 'object', from: rename.to, to: rename.from, name: base.get(rename.from)?.name ?? '' }]
      : [],
  );
  const moved = new Map(objects.map((rename) => [rename.from, rename.to]));
  const members = backwards.flatMap((rename): MemberRename[] =>
    rename.of === 'member'
      ? [{ of: 'member', object: moved.get(rename.object) ?? rename.object, from: rename.to, to: rename.from }]
      : [],
  );
  return [...objects, ...members];
}
