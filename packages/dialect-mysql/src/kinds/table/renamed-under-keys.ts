import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { foldMember } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import { isRefusedUnderKeys } from './refused-under-keys.js';
import { namesIn } from './rename-columns.js';

/**
 * Renamed columns, folded, that a foreign key may name and no expression does. No copy renames such a column, and what is made beside a rename may take its index for one that
 * goes: https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-column-operations.
 */
export function renamedUnderKeys(
  difference: TableDifference,
  flavour: Flavour,
  isReferredTo: boolean,
): ReadonlySet<string> {
  const { from, renames, columns, foreignKeys } = difference;
  if (renames.length === 0) return new Set();
  const going = new Set(
    [...foreignKeys.dropped, ...foreignKeys.changed.map((pair) => pair.from)].map(({ name }) => name),
  );
  const staying = from.spec.foreignKeys.filter(({ name }) => !going.has(name));
  const ofKeys = new Set(staying.flatMap((key) => key.columns.map(foldMember)));
  // What others refer to is in an index.
  const indexed = new Set(
    isReferredTo ? from.spec.indexes.flatMap(({ parts }) => parts.map(({ column = '' }) => foldMember(column))) : [],
  );
  // For these the keys make way.
  const free = new Set([
    ...columns.changed.flatMap((pair) =>
      isRefusedUnderKeys(pair, flavour, () => true) ? [foldMember(pair.to.name)] : [],
    ),
    ...renamedInExpressions(difference, flavour),
  ]);
  const names = renames.map(({ to }) => foldMember(to));
  return new Set(names.filter((name) => (ofKeys.has(name) || indexed.has(name)) && !free.has(name)));
}

/** Renamed columns, folded, that an expression names which the server does not rewrite: they are renamed by the copy that writes that again. */
export function renamedInExpressions({ from, renames }: TableDifference, flavour: Flavour): ReadonlySet<string> {
  if (flavour.rewritesExpressions) return new Set();
  const lexis = lexisWith(flavour.executedComments);
  const { columns, indexes } = from.spec;
  const texts = [
    ...columns.map(({ generated }) => generated?.as),
    ...indexes.flatMap(({ parts }) => parts.map(({ expression }) => expression)),
  ];
  const named = new Set(texts.flatMap((text) => (text === undefined ? [] : namesIn(text, lexis))));
  return new Set(renames.flatMap((rename) => (named.has(foldMember(rename.from)) ? [foldMember(rename.to)] : [])));
}
