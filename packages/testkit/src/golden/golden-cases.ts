import { describe, test } from 'vitest';
import type { GoldenOptions } from './golden-options.js';
import { proveCase } from './prove-case.js';
import { findCases, type GoldenCase } from './read-case.js';

/**
 * Declares a test for every case below a folder. Each proves that the plan is the expected one, that it leads to the goal and back with every row kept that
 * the case does not give up, and that there is nothing left to do at either end. With `UPDATE_GOLDEN=1` the expected plans are written instead of compared.
 */
export function goldenCases(folder: string, options: GoldenOptions): void {
  const areas = new Map<string, GoldenCase[]>();
  const { share = { file: 1, of: 1 }, only } = options;
  const all = chosen(findCases(folder), only, folder);
  if (all.length === 0) throw new TypeError(`there is no case in ${folder}`);
  for (const [i, each] of all.entries()) {
    // In turn, so that the long ones, which are of few areas, are in all files.
    if (i % share.of !== share.file - 1) continue;
    const area = each.name.split('/').slice(0, -1).join('/') || '.';
    const cases = areas.get(area);
    if (cases) cases.push(each);
    else areas.set(area, [each]);
  }
  for (const [area, cases] of areas) {
    describe(area, () => {
      for (const each of cases) test(each.name.split('/').at(-1) ?? '', () => proveCase(each, options));
    });
  }
}

function chosen(
  cases: readonly GoldenCase[],
  only: readonly string[] | undefined,
  folder: string,
): readonly GoldenCase[] {
  if (!only) return cases;
  const known = new Set(cases.map(({ name }) => name));
  const unknown = only.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new TypeError(`there is no case ${unknown.join(', ')} in ${folder}`);
  const wanted = new Set(only);
  return cases.filter(({ name }) => wanted.has(name));
}
