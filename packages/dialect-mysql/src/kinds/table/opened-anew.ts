import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { quoteText } from '../../text/literal.js';
import { foldMember } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import { namesAny } from './rename-columns.js';

/**
 * MariaDB renames a column in what is computed from it, but not in a table that somebody opened by way of a view: of that it says that the column is not there. Any other
 * change, and be it none, has it opened anew.
 */
export function openedAnew({ from, renames }: TableDifference, flavour: Flavour): readonly Operation[] {
  if (!flavour.rewritesExpressions || renames.length === 0) return [];
  const names = new Set(renames.map(({ to }) => foldMember(to)));
  const lexis = lexisWith(flavour.executedComments);
  if (!from.spec.columns.some(({ generated }) => generated && namesAny(generated.as, names, lexis))) return [];
  const clause = `COMMENT=${quoteText(from.spec.comment ?? '')}`;
  const summary = 'have it opened anew, as what is computed from a renamed column takes';
  return [{ clause, summary, stage: 'clear', cost: 'instant', ahead: true }];
}
