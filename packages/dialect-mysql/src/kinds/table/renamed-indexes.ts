import { canonicalJson } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { indexAside } from '../../online/copy-names.js';
import { foldMember, quoteName } from '../../text/names.js';
import type { Cost } from './costs.js';
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
export function withRenamedIndexes({ indexes, columns }: TableDifference, { respellsIndexes }: Flavour): IndexSides {
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
  // What goes and comes alike, if in other letters, may be left as it is and as it was called, be it used or not.
  const respelt = indexes.changed.filter(({ from, to }) => {
    const after = respellsIndexes ? to : usedLike(from, to);
    return from.name !== to.name && stays(from) && essenceOf(from) === essenceOf(after);
  });
  const usedAnew = respelt.flatMap(({ from, to }) =>
    from.unused === to.unused ? [] : [{ from: usedLike(from, to), to }],
  );
  const taken = new Set<IndexSpec | Pair<IndexSpec>>([...renamed.flatMap(({ from, to }) => [from, to]), ...respelt]);
  return {
    dropped: indexes.dropped.filter((index) => !taken.has(index)),
    added: indexes.added.filter((index) => !taken.has(index)),
    changed: [...indexes.changed.filter((pair) => !taken.has(pair)), ...usedAnew],
    renamed: [...renamed, ...respelt],
  };
}

/** An index but for its name. */
function essenceOf({ name: _, ...index }: IndexSpec): string {
  return canonicalJson(index);
}

/** An index that queries use where they use another one. */
function usedLike({ unused }: IndexSpec, { unused: _, ...index }: IndexSpec): IndexSpec {
  return { ...index, ...(unused && { unused }) };
}

/** What gives it the other name. A server that does not tell it from its own in other letters has it called something else in between. */
export function renameIndex(
  { from, to }: Pair<IndexSpec>,
  { respellsIndexes }: Flavour,
  cost: Cost,
): readonly Operation[] {
  const rename = (before: string, after: string): Operation => ({
    clause: `RENAME INDEX ${quoteName(before)} TO ${quoteName(after)}`,
    stage: 'build',
    cost,
    summary: `rename index ${before} to ${after}`,
  });
  if (respellsIndexes || foldMember(from.name) !== foldMember(to.name)) return [rename(from.name, to.name)];
  const aside = indexAside(from.name);
  return [{ ...rename(from.name, aside), first: 'always' }, rename(aside, to.name)];
}
