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

/**
 * Of the renames that somebody stated once, those that are still to be made, in an order in which they can be. A rename holds where the old name is there, the
 * new one is not, and the goal has no use for the old one, or gives it to another rename: `b → c` frees `b` for `a → b`. Names that trade places never hold,
 * because nobody can tell whether they did so already.
 */
export function renamesToMake<R extends NameChange>(stated: readonly R[], known: NamesKnown): readonly R[] {
  const byTarget = new Map(stated.map((rename) => [rename.to, rename]));
  return stated.filter((rename) => !known.inBase(rename.to)).flatMap((rename) => chainFrom(rename, byTarget, known));
}

/** The renames that make way for each other, beginning with the one whose new name is free. */
function chainFrom<R extends NameChange>(first: R, byTarget: ReadonlyMap<string, R>, known: NamesKnown): readonly R[] {
  const chain: R[] = [];
  const seen = new Set<R>();
  for (let rename: R | undefined = first; rename && !seen.has(rename); rename = byTarget.get(rename.from)) {
    if (!known.inBase(rename.from) || !known.inGoal(rename.to)) return [];
    seen.add(rename);
    chain.push(rename);
    if (!known.inGoal(rename.from)) return chain;
  }
  return [];
}
