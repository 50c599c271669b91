import { grouped } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { indexOptions } from '../../read/index-options.js';
import type { Rows } from '../../read/rows.js';
import { type IndexPart, type IndexSpec, usualIsTree } from './spec.js';

/** The indexes of a table, by name, from a row for each part of them. */
export function readIndexes(
  rows: readonly Rows['indexes'][],
  { engine, definition }: { readonly engine: string; readonly definition: string | undefined },
  flavour: Flavour,
): readonly IndexSpec[] {
  const options = definition === undefined ? undefined : indexOptions(definition, lexisWith(flavour.executedComments));
  return Array.from(
    grouped(rows, ({ name }) => name),
    ([name, parts]) => ({
      ...readIndex(name, parts, engine, flavour),
      ...(options?.has(name) && { options: options.get(name) ?? [] }),
    }),
  );
}

function readIndex(name: string, rows: readonly Rows['indexes'][], engine: string, flavour: Flavour): IndexSpec {
  const [first] = rows;
  const isUsual = first?.type === 'BTREE' && usualIsTree(engine);
  return {
    name,
    ...(Number(first?.repeats) === 0 && { unique: true }),
    ...(first && !isUsual && { type: first.type }),
    parts: rows.map((row) => readPart(row, first?.type ?? '', flavour)),
    ...(first?.unused === flavour.unusedIndex.off && { unused: true }),
    ...(first && first.comment !== '' && { comment: first.comment }),
  };
}

function readPart(
  { column, expression, length, direction }: Rows['indexes'],
  type: string,
  { texts }: Flavour,
): IndexPart {
  return {
    ...(column === null ? { expression: texts.expression(expression ?? '') } : { column }),
    // The length that a spatial index shows is the server's own.
    ...(length !== null && type !== 'SPATIAL' && { length: Number(length) }),
    ...(direction === 'D' && { descending: true }),
  };
}
