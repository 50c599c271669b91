import { type Address, address, type Difference, partsOf } from '@sync/core';

/** An old name and a new one, part by part. */
export interface NoteOfRename {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A migration that is gone back over: what it renamed, and what the plugin had after it. */
export interface StepBack {
  readonly renames: readonly NoteOfRename[];
  readonly had: ReadonlySet<Address>;
}

/** The tables and columns that a plan renames: of what was stated, what was still to be made. */
export function renamesMade({ renames, origins }: Difference): readonly NoteOfRename[] {
  return renames.flatMap((rename) => {
    if (rename.of === 'object') {
      const { kind, parts } = partsOf(rename.from);
      return kind === 'table' ? [{ from: parts, to: partsOf(rename.to).parts }] : [];
    }
    const old = origins.get(rename.object) ?? rename.object;
    return [{ from: [...partsOf(old).parts, rename.from], to: [...partsOf(rename.object).parts, rename.to] }];
  });
}

/** Something with the name that it has now, and the one that it had at some time before. */
interface Chain {
  readonly now: readonly string[];
  readonly was: readonly string[];
}

/**
 * What was renamed since, from the names of now to those of then: the steps come the newest first. What was dropped in between and made anew under its name is something else,
 * and a column whose table alone was renamed goes along with that.
 */
export function wayBack(steps: readonly StepBack[]): readonly NoteOfRename[] {
  let chains: readonly Chain[] = [];
  for (const [i, { renames, had }] of steps.entries()) {
    const alive = chains.filter(({ was }) => isThere(was, had));
    const later = steps.slice(0, i + 1);
    const begun = renames.flatMap(({ to }): readonly Chain[] => {
      if (alive.some(({ was }) => isSame(was, to))) return [];
      const table = alive.find(({ was }) => isSame(was, to.slice(0, -1)));
      if (table) return [{ now: [...table.now, ...to.slice(-1)], was: to }];
      return later.every((step) => isThere(to, step.had)) ? [{ now: to, was: to }] : [];
    });
    chains = [...alive, ...begun].map(({ now, was }) => ({ now, was: before(was, renames) }));
  }
  return chains.filter((chain) => isSaid(chain, chains)).map(({ now, was }) => ({ from: now, to: was }));
}

/** Whether a name has to be told: not where it is as it was, but for its table. */
function isSaid({ now, was }: Chain, chains: readonly Chain[]): boolean {
  if (isSame(now, was)) return false;
  const table = chains.find((chain) => isSame(chain.now, now.slice(0, -1)));
  return !table || !isSame(was, [...table.was, ...now.slice(-1)]);
}

/** What something was called before these renames. */
function before(path: readonly string[], renames: readonly NoteOfRename[]): readonly string[] {
  const own = renames.find(({ to }) => isSame(to, path));
  if (own) return own.from;
  const table = renames.find(({ to }) => isSame(to, path.slice(0, -1)));
  return table ? [...table.from, ...path.slice(-1)] : path;
}

/** Whether a table was there, or the table of a column. */
function isThere(path: readonly string[], had: ReadonlySet<Address>): boolean {
  return had.has(address('table', ...path)) || (path.length > 1 && had.has(address('table', ...path.slice(0, -1))));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}
