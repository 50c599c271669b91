import type { Succession } from '../contract/bridge.js';
import type { RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Difference, UnmadeRename } from '../diff/difference.js';
import { membersOf } from '../diff/rename-reading.js';
import { SyncError } from '../errors.js';
import { type Address, partsOf } from '../model/address.js';
import { writePath } from '../model/rename-text.js';

interface Step {
  readonly object: Address;
  readonly from: string;
  readonly to: string;
  readonly derived?: RenameHint['derived'];
}

/**
 * Which columns come in the place of which, by the objects that have them: those that are called otherwise, whether the new name is there yet or both are, and those
 * that are declared to be made of an old one.
 */
export function successionsIn(
  difference: Difference,
  derived: readonly RenameHint[],
  driver: Driver,
): ReadonlyMap<Address, readonly Succession[]> {
  const steps = [...renamedIn(difference), ...bothThere(difference, driver), ...madeOf(derived, difference, driver)];
  const columns = new Map<string, Step[]>();
  for (const step of steps) {
    const key = JSON.stringify([step.object, step.from]);
    columns.set(key, [...(columns.get(key) ?? []), step]);
  }
  const found = new Map<Address, Succession[]>();
  for (const all of columns.values()) {
    const [first] = all;
    if (first) found.set(first.object, [...(found.get(first.object) ?? []), successionOf(first, all)]);
  }
  return found;
}

function successionOf({ object, from }: Step, all: readonly Step[]): Succession {
  const ways = new Set(all.map(({ derived }) => derived?.back));
  const [back] = ways;
  if (ways.size > 1) throw contradictory(object, from, [...ways]);
  return {
    column: from,
    into: all.map(({ to, derived }) => ({ column: to, ...(derived && { as: derived.as }) })),
    ...(back !== undefined && { back }),
  };
}

function renamedIn({ renames }: Difference): readonly Step[] {
  return renames.flatMap((rename) => (rename.of === 'member' ? [rename] : []));
}

/** Once both are there, a declaration makes no rename any more. */
function bothThere(difference: Difference, driver: Driver): readonly Step[] {
  const occupied = difference.unmade.filter(({ reason }) => reason === 'occupied');
  return stepsOf(occupied, difference, driver).map(({ step }) => step);
}

/** The renames that are not made, those of columns marked whose values both names hold by now. */
export function unmadeInStep(difference: Difference, driver: Driver): readonly UnmadeRename[] {
  const occupied = difference.unmade.filter(({ reason }) => reason === 'occupied');
  const inStep = new Set(stepsOf(occupied, difference, driver).map(({ hint }) => hint));
  return difference.unmade.map((each) => (inStep.has(each) ? { ...each, inStep: true } : each));
}

/** The objects of which no column goes but those that others have come in the place of. */
export function succeededIn(
  difference: Difference,
  derived: readonly RenameHint[],
  driver: Driver,
): ReadonlySet<Address> {
  const { base, goal, origins } = difference;
  const found = [...successionsIn(difference, derived, driver)].flatMap(([at, successions]) => {
    const succeeded = new Set(successions.map(({ column }) => column));
    const wanted = membersOf(goal.get(at), driver);
    const before = membersOf(base.get(origins.get(at) ?? at), driver) ?? new Map<string, string>();
    return [...before.keys()].every((name) => wanted?.has(name) || succeeded.has(name)) ? [at] : [];
  });
  return new Set(found);
}

function madeOf(derived: readonly RenameHint[], difference: Difference, driver: Driver): readonly Step[] {
  return stepsOf(derived, difference, driver).map(({ hint, step }) => ({ ...step, derived: hint.derived }));
}

/** What declarations are about where the old column is there and goes, and the new one is wanted. */
function stepsOf<H extends Pick<RenameHint, 'from' | 'to'>>(
  hints: readonly H[],
  { base, goal, origins }: Difference,
  driver: Driver,
): readonly { readonly hint: H; readonly step: Step }[] {
  if (hints.length === 0) return [];
  const fold = (name: string | undefined) => driver.dialect.fold(name ?? '');
  const wanted = new Map(
    [...goal].flatMap((object) => {
      const columns = membersOf(object, driver);
      return columns ? [[JSON.stringify(partsOf(object.address).parts), { object, columns }] as const] : [];
    }),
  );
  return hints.flatMap((hint) => {
    const [old, next] = [fold(hint.from.at(-1)), fold(hint.to.at(-1))];
    const found = wanted.get(JSON.stringify(hint.to.slice(0, -1).map(fold)));
    const at = found?.object.address;
    const before = at && membersOf(base.get(origins.get(at) ?? at), driver);
    const isOpen = before?.has(old) && found?.columns.has(next) && !found.columns.has(old);
    return at && isOpen ? [{ hint, step: { object: at, from: old, to: next } }] : [];
  });
}

function contradictory(object: Address, column: string, ways: readonly (string | undefined)[]): SyncError {
  return new SyncError({
    code: 'RENAME_INVALID',
    op: 'plan',
    message: `${object}: it is said in ${ways.length} ways what ${writePath([column])} is made of again: ${ways.map((way) => way ?? 'its new name').join('; ')}`,
    hint: 'What columns come in the place of one is written of each of them with the same `back (…)`.',
  });
}
