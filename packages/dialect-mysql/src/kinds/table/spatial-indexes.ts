import type { Flavour } from '../../flavour.js';
import { foldMember } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import type { IndexSides } from './renamed-indexes.js';
import type { IndexSpec } from './spec.js';

/** Indexes that have to be gone before the columns change, beside what comes and goes. */
export interface ClearedSides extends IndexSides {
  readonly ahead: ReadonlySet<IndexSpec>;
}

/** MySQL gives a column no other spatial reference system as long as it has an index over it, be that dropped by the same statement. */
export function clearingSpatial(
  sides: IndexSides,
  { from, to, columns }: TableDifference,
  flavour: Flavour,
): ClearedSides {
  const moved = new Set(
    columns.changed.flatMap((pair) => (pair.from.srid === pair.to.srid ? [] : [foldMember(pair.to.name)])),
  );
  const isUnder = ({ type, parts }: IndexSpec) =>
    type === 'SPATIAL' && parts.some(({ column }) => column !== undefined && moved.has(foldMember(column)));
  const [before, after] = [from, to].map(({ spec }) => spec.indexes.filter(isUnder));
  if (flavour.spatialReference.isOfType || !before || before.length === 0) return { ...sides, ahead: new Set() };
  const again = new Set([...before, ...(after ?? [])]);
  const isOther = (index: IndexSpec) => !again.has(index);
  return {
    dropped: [...sides.dropped.filter(isOther), ...before],
    added: [...sides.added.filter(isOther), ...(after ?? [])],
    changed: sides.changed.filter((pair) => isOther(pair.to)),
    renamed: sides.renamed.filter((pair) => isOther(pair.to)),
    ahead: new Set(before),
  };
}
