import type { Rename, RenameHint } from '../contract/change.js';
import type { Dialect } from '../contract/dialect.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { type Address, address, partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { newFlag, renameFlag, writePath } from '../model/rename-text.js';
import { nearNames } from '../nearest.js';
import type { UnmadeRename } from './difference.js';
import { kindOf } from './kinds.js';
import { membersOf, type Reading } from './rename-reading.js';

/** A way to understand a hint, and why it makes no rename. */
export interface Left<R extends Rename = Rename> {
  readonly reading: Reading<R>;
  readonly because: UnmadeRename['reason'];
}

/** What a hint is judged by. */
export interface Surroundings {
  readonly base: Catalogue;
  readonly goal: Catalogue;
  /** What the database holds and is left alone. */
  readonly kept: Catalogue;
  /** What the desired state holds and is left out of it. */
  readonly leftOut: Catalogue;
  /** The renames that are made. */
  readonly renames: readonly Rename[];
  readonly driver: Driver;
}

/**
 * What to tell of a hint whose rename is not made. Said for this run alone it is an error; in the desired state it is one where something beside it is dropped that
 * it might have meant.
 */
export function unmadeRename(hint: RenameHint, left: readonly Left[], around: Surroundings): readonly UnmadeRename[] {
  const weightiest = left
    .map((each) => judged(each, around.kept))
    .sort((a, b) => weights.indexOf(a.because) - weights.indexOf(b.because))[0];
  if (!weightiest) return [];
  const { reading, because } = weightiest;
  if (hint.once) {
    const siblings = siblingsBefore(reading, around);
    throw siblings.has(reading.from) && because === 'made'
      ? bothStay(hint)
      : notToBeHad(hint, because, [...siblings.values()]);
  }
  if (because === 'left-alone' && isCreated(reading, around)) throw emptyBeside(hint);
  const dropped = because === 'missing' ? droppedBeside(reading, around) : [];
  if (dropped.length > 0) throw perhapsMisspelt(hint, dropped, around.driver.dialect);
  return [{ at: hint.at, from: hint.from, to: hint.to, reason: because }];
}

const weights: readonly Left['because'][] = ['left-alone', 'made', 'traded', 'occupied', 'wanted', 'missing'];

/** What has the old name and is not managed was neither renamed before nor never there. */
function judged(left: Left, kept: Catalogue): Left {
  const { rename } = left.reading;
  return rename.of === 'object' && kept.has(rename.from) ? { ...left, because: 'left-alone' } : left;
}

/**
 * What to tell of a rename in the desired state towards something that is left out of it: nothing, where nothing with the old name is managed. Where something is,
 * it would be dropped, although what it is to become is not to be touched.
 */
export function renameLeftOut(
  { hint, from, to }: { readonly hint: RenameHint; readonly from: readonly string[]; readonly to: readonly string[] },
  { base, kept, leftOut, driver: { kinds } }: Surroundings,
): readonly UnmadeRename[] {
  const renamed = kinds.find(({ kind }) => leftOut.has(address(kind, ...to)) && base.has(address(kind, ...from)));
  if (hint.once) throw renamesLeftAlone(hint, hint.to);
  if (!renamed) return [];
  if (!kept.has(address(renamed.kind, ...to))) throw droppedNotRenamed(hint);
  return [{ at: hint.at, from: hint.from, to: hint.to, reason: 'occupied' }];
}

function isCreated({ to }: Reading, { base, renames }: Surroundings): boolean {
  return !base.has(to as Address) && !renames.some((rename) => rename.of === 'object' && rename.to === to);
}

/** What is of the same kind in the same place: folded name → name. */
function siblingsBefore({ rename }: Reading, around: Surroundings): ReadonlyMap<string, string> {
  const { base, goal, renames, driver } = around;
  const origins = new Map(renames.flatMap((each) => (each.of === 'object' ? [[each.to, each.from] as const] : [])));
  const origin = (at: Address) => origins.get(at) ?? at;
  if (rename.of === 'member') return membersOf(base.get(origin(rename.object)), driver) ?? new Map();
  const to = goal.get(rename.to);
  const parent = to?.parent && origin(to.parent);
  const beside = parent ? base.children(parent) : [...base].filter((object) => object.parent === undefined);
  return new Map(
    beside.flatMap((object) => (object.kind === to?.kind ? [[String(object.address), object.name] as const] : [])),
  );
}

/** Something that goes, by its own name and by its whole one. */
interface Dropped {
  readonly name: string;
  readonly path: readonly string[];
}

function droppedBeside(reading: Reading, around: Surroundings): readonly Dropped[] {
  const { goal, renames, driver } = around;
  const { rename } = reading;
  const gone = new Set<string>(
    renames.flatMap((each) =>
      each.of === 'object' ? (rename.of === 'object' ? [each.from] : []) : isOfSame(each, rename) ? [each.from] : [],
    ),
  );
  const members = rename.of === 'member' ? membersOf(goal.get(rename.object), driver) : undefined;
  const stays = (name: string) => (rename.of === 'member' ? members?.has(name) : goal.has(name as Address));
  const holds = holdingBeside(reading, around);
  return [...siblingsBefore(reading, around)].flatMap(([key, name]) =>
    gone.has(key) || stays(key) || !holds(key)
      ? []
      : [{ name, path: rename.of === 'object' ? partsOf(key as Address).parts : [name] }],
  );
}

/** Whether what stands beside something holds anything that would go with it: an index, a view or a computed column is made again at no loss. */
function holdingBeside({ rename }: Reading, around: Surroundings): (key: string) => boolean {
  const { base, renames, driver } = around;
  const relationOf = (object: SchemaObject | undefined) => object && kindOf(driver, object.kind).relation?.(object);
  if (rename.of === 'object') {
    return (key) => {
      const object = base.get(key as Address);
      const relation = relationOf(object);
      // What stands by itself and is no relation may hold rows of its own.
      return relation ? relation.type === 'table' : object?.parent === undefined;
    };
  }
  const origin = renames.find((each) => each.of === 'object' && each.to === rename.object)?.from ?? rename.object;
  const columns = relationOf(base.get(origin as Address))?.columns ?? [];
  const computed = new Set(
    columns.flatMap(({ name, generated }) => (generated === undefined ? [] : [driver.dialect.fold(name)])),
  );
  return (key) => !computed.has(key);
}

function isOfSame(a: Extract<Rename, { of: 'member' }>, b: Rename): boolean {
  return b.of === 'member' && a.object === b.object;
}

const most = 8;

function listed(names: readonly string[]): string {
  return names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
}

function renameInvalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'RENAME_INVALID', op: 'diff', message, hint });
}

function suggestion(old: string, names: readonly string[]): string {
  const near = nearNames(old, names);
  if (near.length > 0) return `Is ${listed(near)} meant?`;
  return names.length > 0 ? `There is: ${listed(names)}.` : 'There is nothing of this kind in this place.';
}

function notToBeHad(hint: RenameHint, because: Left['because'], names: readonly string[]): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  const old = hint.from.at(-1) ?? '';
  switch (because) {
    case 'missing':
      return renameInvalid(`${hint.at}: there is no ${from} that could be renamed`, suggestion(old, names));
    case 'traded':
      return renameInvalid(
        `${hint.at}: ${from} and ${to} look as if they had traded places already: each is what the desired state wants under its name`,
        'Leave it out.',
      );
    case 'occupied':
      return renameInvalid(
        `${hint.at}: ${from} cannot be renamed to ${to}, because ${to} is there already`,
        `Leave it out, or first rename or drop the ${to} that is there.`,
      );
    case 'wanted':
      return renameInvalid(
        `${hint.at}: ${from} cannot be renamed to ${to}, because the desired state still has ${from}`,
        `Take ${from} out of the desired state, or say what is renamed to ${from}.`,
      );
    case 'made': {
      const others = names.filter((name) => name !== hint.to.at(-1));
      const near = nearNames(old, others);
      return renameInvalid(
        `${hint.at}: there is nothing to rename: ${to} is there already`,
        near.length > 0
          ? `Leave it out if it was renamed before. Or is ${listed(near)} meant?`
          : 'Leave it out if it was renamed before.',
      );
    }
    case 'left-alone':
      return renamesLeftAlone(hint, hint.from);
    default:
      return because satisfies never;
  }
}

function bothStay(hint: RenameHint): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  return renameInvalid(
    `${hint.at}: ${from} and ${to} are both there, and the desired state has both`,
    'Leave it out. For names that trade places, state both renames.',
  );
}

function perhapsMisspelt(hint: RenameHint, gone: readonly Dropped[], dialect: Dialect): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  const dropped = gone.map(({ name }) => name);
  const near = nearNames(hint.from.at(-1) ?? '', dropped);
  const moved = movedFrom(hint, gone, dialect);
  return renameInvalid(
    `${hint.at}: there is no ${from} that could be renamed to ${to}, and ${listed(moved ? [moved] : dropped)} beside it would be dropped`,
    [
      ...(moved ? [`Is ${moved} meant? A name alone lies where the new one does: write \`from=${moved}\`.`] : []),
      ...(near.length > 0 && !moved ? [`Is ${listed(near)} meant?`] : []),
      `Correct the old name; where this database is older than that name, state the one that it has beside it (several can stay).`,
      `If ${to} is something new here: ${newFlag(hint.to)} for this run.`,
    ].join(' '),
  );
}

/** What has the old name, and lies in another place than the new one does. */
function movedFrom(hint: RenameHint, gone: readonly Dropped[], { fold, home }: Dialect): string | undefined {
  const old = fold(hint.from.at(-1) ?? '');
  const namesake = gone.find(({ name, path }) => fold(name) === old && path.length + hint.to.length > 2);
  if (!namesake) return undefined;
  const { path } = namesake;
  return writePath(path.length === 1 && home !== undefined ? [home, ...path] : path);
}

/** The error for a rename towards something that nobody wants. */
export function unknownTarget(hint: RenameHint): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  return renameInvalid(
    `${hint.at}: ${from} cannot have been renamed to ${to}: the desired state has no ${to}`,
    'Name the object as it is called in the desired state: `old_table=new_table`, or `table.old_column=table.new_column`.',
  );
}

/** The error for a column of one table that is to become one of another, said for this run. */
export function movesMember(hint: RenameHint): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  return renameInvalid(
    `${hint.at}: ${from} does not become ${to}: columns stay in their tables`,
    'Write `table.old_column=table.new_column`, with the new name of the table on both sides.',
  );
}

/** The error for a rename of what is not managed, said for this run. */
export function renamesLeftAlone(hint: RenameHint, path: readonly string[]): SyncError {
  const what = path.join('.');
  return renameInvalid(
    `${hint.at}: ${what} is left alone, so that nothing is renamed: it is excluded, or in what is excluded or not managed`,
    `Leave the rename out, or take ${what} out of what is excluded.`,
  );
}

/** What holds the rows is not touched: what takes its place would be empty, and nobody who reads it would know. */
function emptyBeside(hint: RenameHint): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  return renameInvalid(
    `${hint.at}: ${from} cannot be renamed to ${to}, because ${from} is left alone: ${to} would be created empty beside it`,
    `Manage ${from} (where it lies in a schema that is not managed, name that with --schema beside the others), or exclude ${to}, too. If ${to} is something new here: ${newFlag(hint.to)} for this run.`,
  );
}

function droppedNotRenamed(hint: RenameHint): SyncError {
  const [from, to] = [hint.from.join('.'), hint.to.join('.')];
  return renameInvalid(
    `${hint.at}: ${from} cannot be renamed to ${to}, because ${to} is left out of the desired state: ${from} would be dropped`,
    `Exclude ${from}, too, or manage ${to}. If ${from} is to be dropped: ${newFlag(hint.to)} for this run.`,
  );
}

/** The error for a rename that renames nothing, said for this run. */
export function renamesNothing(hint: RenameHint): SyncError {
  return renameInvalid(`${hint.at}: both sides are one name`, 'Leave it out: a change of case alone needs no rename.');
}

/** The error for names of which nobody can tell whether they traded places. */
export function refuseCircle(circle: readonly Reading[]): SyncError {
  const names = circle.map(({ hint }) => hint.from.join('.'));
  const flags = circle.map(({ hint }) => renameFlag(hint.from, hint.to));
  return renameInvalid(
    `${circle.map(({ hint }) => hint.at).join(', ')}: ${names.join(' and ')} are to trade places, and look so alike that it cannot be told whether they did so already`,
    `Take these renames out of the desired state, and pass ${flags.join(' ')} in the one run that is to make them.`,
  );
}

/** One name can become one other, and the other way round. */
export function refuseForks(readings: readonly Reading[]): void {
  const seen = new Map<string, Reading>();
  for (const reading of readings) {
    for (const end of ['from', 'to'] as const) {
      const place = reading.rename.of === 'member' ? reading.rename.object : '';
      const key = JSON.stringify([end, place, reading[end]]);
      const other = seen.get(key);
      if (other) throw forked(other.hint, reading.hint, end);
      seen.set(key, reading);
    }
  }
}

function forked(one: RenameHint, other: RenameHint, end: 'from' | 'to'): SyncError {
  const away = end === 'from' ? 'to' : 'from';
  const words = end === 'from' ? 'is said to have been renamed to' : 'is said to be the new name of';
  return renameInvalid(
    `${one.at}, ${other.at}: ${one[end].join('.')} ${words} both ${one[away].join('.')} and ${other[away].join('.')}`,
    'Keep the rename that is meant.',
  );
}
