import { editDistance } from '../nearest.js';

/** How alike two names are, from 0 to 1: by their letters, or by the words in them. */
function likeness(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  const byLetters = 1 - editDistance(one, other) / Math.max(one.length, other.length, 1);
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...words].filter((word) => others.has(word)).length;
  const byWords = (2 * shared) / Math.max(words.size + others.size, 1);
  return Math.max(byLetters, byWords);
}

function wordsOf(name: string): ReadonlySet<string> {
  const parts = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(parts.filter(Boolean));
}

/** One of each side, taken for each other. */
export interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

/** From here on, two names are taken to be related. */
const related = 0.5;

/**
 * Pairs what has one shape, the names that are most alike first. Where several would fit, names that have nothing to do with each other are not paired: which of
 * them is meant would be a guess.
 */
export function pairByName<T>(from: readonly T[], to: readonly T[], nameOf: (item: T) => string): readonly Pair<T>[] {
  const [only, more] = [from[0], to[0]];
  if (from.length === 1 && to.length === 1 && only !== undefined && more !== undefined) {
    return [{ from: only, to: more }];
  }
  const candidates = from.flatMap((one, i) =>
    to.map((other, j) => ({ from: one, to: other, i, j, alike: likeness(nameOf(one), nameOf(other)) })),
  );
  const taken = { from: new Set<T>(), to: new Set<T>() };
  const pairs: Pair<T>[] = [];
  for (const pair of candidates.sort((a, b) => b.alike - a.alike || a.i - b.i || a.j - b.j)) {
    if (pair.alike < related || taken.from.has(pair.from) || taken.to.has(pair.to)) continue;
    taken.from.add(pair.from);
    taken.to.add(pair.to);
    pairs.push({ from: pair.from, to: pair.to });
  }
  return pairs;
}
