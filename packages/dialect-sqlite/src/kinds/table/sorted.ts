import { byCodeUnit, canonicalJson } from '@sync/core';

/** Sorts by content and keeps each item once, so that neither order nor repetition makes a difference. */
export function sortedByContent<T>(items: readonly T[]): readonly T[] {
  if (items.length < 2) return items;
  const keyed = new Map(items.map((item) => [canonicalJson(item), item]));
  return [...keyed].sort(([a], [b]) => byCodeUnit(a, b)).map(([, item]) => item);
}

/** What is only on the one side and only on the other. */
export interface Sides<T> {
  readonly added: readonly T[];
  readonly dropped: readonly T[];
}

/** Compares two lists by content. */
export function sidesOf<T>(from: readonly T[], to: readonly T[]): Sides<T> {
  const before = new Set(from.map(canonicalJson));
  const after = new Set(to.map(canonicalJson));
  return {
    added: to.filter((item) => !before.has(canonicalJson(item))),
    dropped: from.filter((item) => !after.has(canonicalJson(item))),
  };
}
