import { canonicalJson } from '@sync/core';
import { foldMember, quoteName } from '../../text/names.js';
import type { Pair, Sides, TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import { remakes } from './remade.js';
import { type IndexSpec, primary } from './spec.js';

/** What goes and what comes of the indexes of a table, with what only takes another name. */
export interface IndexSides extends Sides<IndexSpec> {
  readonly renamed: readonly Pair<IndexSpec>[];
}

/**
 * An index that goes and one that comes are one where they are alike but for the name: it need not be built anew, and a foreign key is never without it. An index of a key
 * without a name is called after its column, so that it is another one when that is renamed.
 */
export function withRenamedIndexes({ indexes, columns }: TableDifference): IndexSides {
  const remade = columns.changed.filter(remakes).flatMap(({ from, to }) => [from.name, to.name]);
  const gone = new Set([...columns.dropped.map(({ name }) => name), ...remade].map(foldMember));
  const stays = ({ name, parts }: IndexSpec) =>
    name !== primary && parts.every(({ column }) => column !== undefined && !gone.has(foldMember(column)));
  const coming = new Map(indexes.added.map((index) => [essenceOf(index), index]));
  const renamed: Pair<IndexSpec>[] = [];
  for (const from of indexes.dropped) {
    const to = stays(from) ? coming.get(essenceOf(from)) : undefined;
    if (!to || to.name === primary) continue;
    coming.delete(essenceOf(from));
    renamed.push({ from, to });
  }
  const taken = new Set(renamed.flatMap(({ from, to }) => [from, to]));
  return {
    dropped: indexes.dropped.filter((index) => !taken.has(index)),
    added: indexes.added.filter((index) => !taken.has(index)),
    changed: indexes.changed,
    renamed,
  };
}

/** An index but for its name. */
function essenceOf({ name: _, ...index }: IndexSpec): string {
  return canonicalJson(index);
}

/** The clause that gives it the other name. */
export function renameIndex({ from, to }: Pair<IndexSpec>): Operation {
  return {
    clause: `RENAME INDEX ${quoteName(from.name)} TO ${quoteName(to.name)}`,
    stage: 'build',
    cost: 'in-place',
    summary: `rename index ${from.name} to ${to.name}`,
  };
}
