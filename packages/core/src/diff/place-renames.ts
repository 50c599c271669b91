import type { RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';

/**
 * The old names of places that are still to be renamed: the desired state has them by their new ones alone, so that nobody would look for what is in them. Only where
 * the new place is not there yet: an old hint gives nobody a right to what somebody else made under that name since.
 */
export function placesToRename(
  hints: readonly RenameHint[],
  goal: Catalogue,
  { catalogue, kept }: { readonly catalogue: Catalogue; readonly kept: Catalogue },
  { kinds, dialect: { fold } }: Driver,
): readonly string[] {
  const places = kinds.filter(({ isPlace }) => isPlace);
  const names = hints.flatMap(({ from, to }) => {
    const [[old, ...more], next] = [from.map(fold), to.map(fold)];
    const isPending = places.some(({ kind }) => {
      const at = address(kind, ...next);
      return old !== undefined && goal.has(at) && !catalogue.has(at) && !kept.has(at) && kept.has(address(kind, old));
    });
    return old !== undefined && more.length === 0 && isPending ? [old] : [];
  });
  return [...new Set(names)];
}
