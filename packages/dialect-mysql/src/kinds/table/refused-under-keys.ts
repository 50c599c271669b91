import type { Flavour } from '../../flavour.js';
import { changedFacets } from './deltas.js';
import type { Pair } from './difference.js';
import type { ColumnSpec } from './spec.js';
import { typeFit } from './type-fit.js';

/** Whether the server lets no column change so as long as a foreign key leads from it or to it. `isCopied` tells whether its table is. */
export function isRefusedUnderKeys(
  { from, to }: Pair<ColumnSpec>,
  { underKeys }: Flavour,
  isCopied: () => boolean,
): boolean {
  const facets = new Set(changedFacets(from, to));
  if (facets.has('charset') || facets.has('collation')) return true;
  const fit = typeFit(from, to);
  const isRetyped = fit !== 'same' && !(fit === 'wider-text' && underKeys.has('wider-text'));
  const isTightened = (facets.has('notNull') && to.notNull) || facets.has('autoIncrement');
  return isRetyped || (isTightened === true && !underKeys.has('copied') && isCopied());
}
