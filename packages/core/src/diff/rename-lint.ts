import type { RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { grouped } from '../model/grouped.js';
import { membersOf } from './rename-reading.js';

/** A rename that can never be made, whatever the base, with the reason. */
export interface ImpossibleRename {
  readonly at: string;
  readonly message: string;
}

/** Finds the renames of a desired state that contradict it, or each other. */
export function impossibleRenames(
  hints: readonly RenameHint[],
  goal: Catalogue,
  driver: Driver,
): readonly ImpossibleRename[] {
  const key = (parts: readonly string[]) => JSON.stringify(parts.map((part) => driver.dialect.fold(part)));
  const bySource = grouped(hints, ({ from }) => key(from));
  const targets = new Set(hints.map(({ to }) => key(to)));
  return hints.flatMap((hint) => {
    const [from, to] = [hint.from.join('.'), hint.to.join('.')];
    const say = (message: string) => [{ at: hint.at, message }];
    if (key(hint.from) === key(hint.to)) return say(`${from} is said to have been renamed to itself`);
    const other = bySource.get(key(hint.from))?.find((each) => key(each.to) !== key(hint.to));
    if (other) {
      return say(`${from} cannot have been renamed to ${to}, since ${other.at} renames it to ${other.to.join('.')}`);
    }
    if (!targets.has(key(hint.from)) && isDesired(hint, goal, driver)) {
      return say(
        `${from} cannot have been renamed to ${to}: the desired state has ${from}, too, and nothing that is renamed to it`,
      );
    }
    return [];
  });
}

/** Whether the desired state has something of the new name's kind under the old name. */
function isDesired({ from, to }: RenameHint, goal: Catalogue, driver: Driver): boolean {
  const { fold } = driver.dialect;
  const [before, after] = [from.map(fold), to.map(fold)];
  return driver.kinds.some(({ kind }) => {
    if (goal.has(address(kind, ...after))) return goal.has(address(kind, ...before));
    const members = (path: readonly string[]) => membersOf(goal.get(address(kind, ...path.slice(0, -1))), driver);
    if (before.length < 2 || !members(after)?.has(after.at(-1) ?? '')) return false;
    return members(before)?.has(before.at(-1) ?? '') ?? false;
  });
}
