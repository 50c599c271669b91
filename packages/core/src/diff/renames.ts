import type { Rename, RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { type Address, address, partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { kindOf } from './kinds.js';
import { renamesToMake } from './rename-chains.js';

type ObjectRename = Extract<Rename, { readonly of: 'object' }>;
type MemberRename = Extract<Rename, { readonly of: 'member' }>;

/**
 * Finds out which of the stated renames are still to be made. A hint stays in the desired state for ever: where the old name is gone already, or where both
 * names are there, it says nothing. One that could not ever hold is an error.
 */
export function resolveRenames(
  hints: readonly RenameHint[],
  base: Catalogue,
  goal: Catalogue,
  driver: Driver,
): readonly Rename[] {
  const fold = (parts: readonly string[]) => parts.map((part) => driver.dialect.fold(part));
  const stated = hints.map((hint) => ({ hint, from: fold(hint.from), to: fold(hint.to) }));
  const objects = objectRenames(stated, base, goal, driver);
  const moved = new Map(objects.map((rename) => [rename.to, rename.from]));
  const members: MemberRename[] = [];
  for (const { hint, from, to } of stated) {
    const member = memberRename(from, to, goal, moved, driver);
    if (member === 'spent') continue;
    if (member && membersOf(goal.get(member.object), driver)?.has(member.to) !== false) members.push(member);
    else if (!isKnown(to, goal, driver)) throw unknownTarget(hint);
  }
  const renames = [...objects, ...membersToMake(withoutDuplicates(members), moved, base, goal, driver)];
  refuseForks(renames, (rename) => rename.from, 'is said to have been renamed to');
  refuseForks(renames, (rename) => rename.to, 'is said to be the new name of');
  return renames;
}

/** One name can become one other, and the other way round. */
function refuseForks(renames: readonly Rename[], end: (rename: Rename) => string, words: string): void {
  const seen = new Map<string, Rename>();
  for (const rename of renames) {
    const name = end(rename);
    const key = JSON.stringify([rename.of === 'member' ? rename.object : '', name]);
    const other = seen.get(key);
    if (other) {
      const others = [other, rename].map((each) => (name === each.from ? each.to : each.from));
      throw new SyncError({
        code: 'RENAME_INVALID',
        op: 'diff',
        message: `${name} ${words} both ${others.join(' and ')}`,
        hint: 'Keep the rename that is meant.',
      });
    }
    seen.set(key, rename);
  }
}

function objectRenames(
  stated: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[],
  base: Catalogue,
  goal: Catalogue,
  driver: Driver,
): readonly ObjectRename[] {
  const candidates = stated.flatMap(({ from, to }) =>
    driver.kinds.flatMap(({ kind }): ObjectRename[] => {
      const object = goal.get(address(kind, ...to));
      return object ? [{ of: 'object', from: address(kind, ...from), to: object.address, name: object.name }] : [];
    }),
  );
  return renamesToMake(withoutDuplicates(candidates), {
    inBase: (name) => base.has(name as Address),
    inGoal: (name) => goal.has(name as Address),
  });
}

/** A path one longer than an object's names a member of it. Where the old path names another owner, the rename was made long ago. */
function memberRename(
  from: readonly string[],
  to: readonly string[],
  goal: Catalogue,
  moved: ReadonlyMap<Address, Address>,
  driver: Driver,
): MemberRename | 'spent' | undefined {
  const [owner, member] = [to.slice(0, -1), to.at(-1)];
  const old = from.at(-1);
  if (owner.length === 0 || member === undefined || old === undefined) return undefined;
  const object = ownerAt(goal, owner, driver);
  if (!object) return undefined;
  const before = from.slice(0, -1);
  const sameOwner =
    before.length === 0 ||
    partsEqual(before, owner) ||
    partsEqual(before, partsOf(moved.get(object.address) ?? object.address).parts);
  return sameOwner ? { of: 'member', object: object.address, from: old, to: member } : 'spent';
}

function ownerAt(goal: Catalogue, parts: readonly string[], driver: Driver): SchemaObject | undefined {
  for (const { kind } of driver.kinds) {
    const object = goal.get(address(kind, ...parts));
    if (object) return object;
  }
  return undefined;
}

function membersToMake(
  stated: readonly MemberRename[],
  moved: ReadonlyMap<Address, Address>,
  base: Catalogue,
  goal: Catalogue,
  driver: Driver,
): readonly MemberRename[] {
  const owners = [...new Set(stated.map((rename) => rename.object))];
  return owners.flatMap((object) => {
    const own = stated.filter((rename) => rename.object === object);
    const before = membersOf(base.get(moved.get(object) ?? object), driver);
    const after = membersOf(goal.get(object), driver);
    // Of what is no relation only the kind itself knows the members.
    if (!before || !after) return own;
    return renamesToMake(own, { inBase: (name) => before.has(name), inGoal: (name) => after.has(name) });
  });
}

function membersOf(object: SchemaObject | undefined, driver: Driver): ReadonlySet<string> | undefined {
  const relation = object && kindOf(driver, object.kind).relation?.(object);
  return relation && new Set(relation.columns.map((column) => driver.dialect.fold(column.name)));
}

function isKnown(to: readonly string[], goal: Catalogue, driver: Driver): boolean {
  return driver.kinds.some((kind) => goal.has(address(kind.kind, ...to)));
}

function unknownTarget(hint: RenameHint): SyncError {
  return new SyncError({
    code: 'RENAME_INVALID',
    op: 'diff',
    message: `${hint.at}: ${hint.from.join('.')} cannot have been renamed to ${hint.to.join('.')}: the desired state has no ${hint.to.join('.')}`,
    hint: 'Name the object as it is called in the desired state: `old_table=new_table`, or `table.old_column=table.new_column`.',
  });
}

function partsEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

function withoutDuplicates<R extends Rename>(renames: readonly R[]): readonly R[] {
  const seen = new Map(renames.map((rename) => [JSON.stringify(rename), rename]));
  return [...seen.values()];
}

/** The same renames, the other way round; members after the objects that they are of, and each where its name has become free. */
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
