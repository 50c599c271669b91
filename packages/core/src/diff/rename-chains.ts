import type { UnmadeRename } from './difference.js';

/** One name that gave way to another. */
export interface NameChange {
  readonly from: string;
  readonly to: string;
}

/** Which names there are on either side. */
export interface NamesKnown {
  inBase(name: string): boolean;
  inGoal(name: string): boolean;
}

type Unmade = UnmadeRename['reason'];

/** Stated renames, by what is to become of them. */
export interface SortedRenames<R> {
  readonly make: readonly R[];
  /** Names that trade places. Both states look alike from here, so something else must tell whether they did so already. */
  readonly circles: readonly (readonly R[])[];
  readonly leave: readonly { readonly rename: R; readonly because: Unmade }[];
}

/**
 * Of the renames that somebody stated once, those that are still to be made. A rename holds where the old name is there, the new one is not or is given up by
 * another rename, and the goal has no use for the old one, or gives it to another rename: `b → c` frees `b` for `a → b`.
 */
export function sortRenames<R extends NameChange>(stated: readonly R[], known: NamesKnown): SortedRenames<R> {
  let alive = stated.filter((rename) => known.inBase(rename.from) && known.inGoal(rename.to));
  for (let before = -1; before !== alive.length; ) {
    before = alive.length;
    const [leaving, coming] = [new Set(alive.map(({ from }) => from)), new Set(alive.map(({ to }) => to))];
    alive = alive.filter(
      ({ from, to }) => (!known.inBase(to) || leaving.has(to)) && (!known.inGoal(from) || coming.has(from)),
    );
  }
  const circles = circlesAmong(alive);
  const circling = new Set(circles.flat());
  const holding = new Set(alive);
  return {
    make: alive.filter((rename) => !circling.has(rename)),
    circles,
    leave: stated.flatMap((rename) => (holding.has(rename) ? [] : [{ rename, because: reason(rename, known) }])),
  };
}

function reason({ from, to }: NameChange, known: NamesKnown): Unmade {
  if (!known.inBase(from)) return known.inBase(to) ? 'made' : 'missing';
  if (!known.inBase(to)) return 'wanted';
  return known.inGoal(from) ? 'made' : 'occupied';
}

/** The renames that wait for each other all the way round. */
export function circlesAmong<R extends NameChange>(renames: readonly R[]): readonly (readonly R[])[] {
  const byName = new Map(renames.map((rename) => [rename.from, rename]));
  const seen = new Set<R>();
  const circles: R[][] = [];
  for (const start of renames) {
    const path: R[] = [];
    let next: R | undefined = start;
    while (next && !seen.has(next)) {
      seen.add(next);
      path.push(next);
      next = byName.get(next.to);
    }
    const at = next ? path.indexOf(next) : -1;
    if (at >= 0) circles.push(path.slice(at));
  }
  return circles;
}

/** Renames one after the other, each when its name is free. In a circle, one goes by way of a name aside, which `split` makes of it. */
export function inSequence<R extends NameChange>(
  renames: readonly R[],
  split: (rename: R, number: number) => readonly [first: R, last: R],
): readonly R[] {
  const opened = new Map(
    circlesAmong(renames).flatMap((circle, i) => {
      const [first] = circle;
      return first ? [[first, split(first, i + 1)] as const] : [];
    }),
  );
  const parts = renames.map((rename) => opened.get(rename)?.[0] ?? rename);
  const byName = new Map(parts.map((rename) => [rename.from, rename]));
  const done = new Set<R>();
  const sequence: R[] = [];
  for (const start of parts) {
    const path: R[] = [];
    for (let next: R | undefined = start; next && !done.has(next); next = byName.get(next.to)) {
      done.add(next);
      path.push(next);
    }
    sequence.push(...path.reverse());
  }
  return [...sequence, ...Array.from(opened.values(), ([, last]) => last)];
}
