import type { Rename, RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { type Address, address, partsOf } from '../model/address.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import { kindOf } from './kinds.js';

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
  const renames: Rename[] = [];
  for (const hint of hints) {
    const from = fold(hint.from);
    const to = fold(hint.to);
    const object = objectRename(from, to, base, goal, driver);
    if (object) renames.push(object);
  }
  const moved = new Map(
    renames.flatMap((rename) => (rename.of === 'object' ? [[rename.to, rename.from] as const] : [])),
  );
  for (const hint of hints) {
    const to = fold(hint.to);
    const member = memberRename(fold(hint.from), to, goal, moved);
    if (member) renames.push(member);
    else if (!isKnown(to, goal, driver)) throw unknownTarget(hint);
  }
  return withoutDuplicates(renames);
}

function objectRename(
  from: readonly string[],
  to: readonly string[],
  base: Catalogue,
  goal: Catalogue,
  driver: Driver,
): Rename | undefined {
  for (const kind of driver.kinds) {
    const [old, next] = [address(kind.kind, ...from), address(kind.kind, ...to)];
    const object = goal.get(next);
    if (object && base.has(old) && !base.has(next) && !goal.has(old)) {
      return { of: 'object', from: old, to: next, name: object.name };
    }
  }
  return undefined;
}

/** A path one longer than an object's names a member of it; both sides must name the same object. */
function memberRename(
  from: readonly string[],
  to: readonly string[],
  goal: Catalogue,
  moved: ReadonlyMap<Address, Address>,
): Rename | undefined {
  const [owner, member] = [to.slice(0, -1), to.at(-1)];
  const old = from.at(-1);
  if (owner.length === 0 || member === undefined || old === undefined) return undefined;
  const object = goal.get(address('table', ...owner)) ?? findOwner(goal, owner);
  if (!object) return undefined;
  const before = from.slice(0, -1);
  const sameOwner =
    before.length === 0 ||
    partsEqual(before, owner) ||
    partsEqual(before, partsOf(moved.get(object.address) ?? object.address).parts);
  return sameOwner ? { of: 'member', object: object.address, from: old, to: member } : undefined;
}

function findOwner(catalogue: Catalogue, parts: readonly string[]): SchemaObject | undefined {
  for (const object of catalogue) if (partsEqual(partsOf(object.address).parts, parts)) return object;
  return undefined;
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

function withoutDuplicates(renames: readonly Rename[]): readonly Rename[] {
  const seen = new Map(renames.map((rename) => [JSON.stringify(rename), rename]));
  return [...seen.values()];
}

/** The base as the server will have it once the renames are made: the renamed objects moved, and what follows them rewritten. */
export function followRenames(base: Catalogue, renames: readonly Rename[], driver: Driver): Catalogue {
  if (renames.length === 0) return base;
  let objects = [...base];
  for (const rename of renames) {
    if (rename.of === 'object') objects = objects.map((object) => move(object, rename));
    objects = objects.map((object) => kindOf(driver, object.kind).follow?.(object, rename) ?? object);
  }
  return createCatalogue(objects);
}

function move(object: SchemaObject, rename: Extract<Rename, { of: 'object' }>): SchemaObject {
  const itself = object.address === rename.from;
  const within = object.parent === rename.from;
  if (!itself && !within && !object.needs.includes(rename.from)) return object;
  return schemaObject({
    ...object,
    address: itself ? rename.to : within ? readdress(object.address, rename) : object.address,
    name: itself ? rename.name : object.name,
    ...(within && { parent: rename.to }),
    needs: object.needs.map((need) => (need === rename.from ? rename.to : need)),
  });
}

/** A child whose address begins with its parent's names moves with it. */
function readdress(of: Address, rename: { readonly from: Address; readonly to: Address }): Address {
  const { kind, parts } = partsOf(of);
  const prefix = partsOf(rename.from).parts;
  if (parts.length <= prefix.length || !prefix.every((part, i) => part === parts[i])) return of;
  return address(kind, ...partsOf(rename.to).parts, ...parts.slice(prefix.length));
}

/** The same renames, the other way round. */
export function reverseRenames(renames: readonly Rename[], base: Catalogue): readonly Rename[] {
  const moved = new Map(
    renames.flatMap((rename) => (rename.of === 'object' ? [[rename.to, rename.from] as const] : [])),
  );
  return renames.map((rename) =>
    rename.of === 'object'
      ? { of: 'object', from: rename.to, to: rename.from, name: base.get(rename.from)?.name ?? '' }
      : { of: 'member', object: moved.get(rename.object) ?? rename.object, from: rename.to, to: rename.from },
  );
}
