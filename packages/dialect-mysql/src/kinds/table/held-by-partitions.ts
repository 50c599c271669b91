import { equalJson, type StepDraft } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { copiesTable } from '../../hazards.js';
import { lexisWith } from '../../lexis.js';
import { foldMember, quoteName } from '../../text/names.js';
import { changedFacets } from './deltas.js';
import type { TableDifference } from './difference.js';
import { namesIn } from './rename-columns.js';
import { ofHistory, type PartitioningSpec } from './spec.js';
import { historyOf } from './versioning.js';

/**
 * Whether rows are dealt out by a column that goes, is called otherwise, or becomes of a type that they cannot be dealt out by in the way that they are: the server
 * refuses that as long as they are. https://dev.mysql.com/doc/refman/9.7/en/partitioning-limitations.html
 */
export function isHeldByPartitions({ from, to, renames, columns, partitioning }: TableDifference, flavour: Flavour) {
  const [before, after] = [from.spec.partitioning, to.spec.partitioning];
  if (!partitioning || !before || before.method === ofHistory) return false;
  const lexis = lexisWith(flavour.executedComments);
  const named = new Set([before.expression, before.within?.expression ?? ''].flatMap((text) => namesIn(text, lexis)));
  const isNamed = (name: string) => named.has(foldMember(name));
  return (
    columns.dropped.some(({ name }) => isNamed(name)) ||
    (!flavour.rewritesExpressions && renames.some((rename) => isNamed(rename.from))) ||
    (!equalJson(wayOf(before), after ? wayOf(after) : null) &&
      columns.changed.some((pair) => isNamed(pair.to.name) && changedFacets(pair.from, pair.to).includes('type')))
  );
}

/** How rows are dealt out, whatever the parts are. */
function wayOf({ method, expression, within }: PartitioningSpec) {
  return { method, expression, ...(within && { within }) };
}

/** Keeps the rows together until they are dealt out anew. */
export function leavePartitions(difference: TableDifference): StepDraft {
  const { name } = difference.to;
  const { settings } = historyOf(difference);
  return {
    summary: `keep the rows of table ${name} together meanwhile`,
    sql: [{ text: `ALTER TABLE ${quoteName(name)} REMOVE PARTITIONING` }],
    hazards: [copiesTable(name, 'no server changes a column in this way as long as rows are dealt out by it')],
    ...(settings && { settings }),
  };
}
