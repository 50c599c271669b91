import { tokenize } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import type { TableDifference } from './difference.js';
import type { ColumnSpec } from './spec.js';

/** The first column that comes with a default which the server gives to no row that is there, since a replica might find another value. */
export function unsafelyFilled({ columns }: TableDifference, flavour: Flavour): ColumnSpec | undefined {
  const { unsafeFunctions, executedComments } = flavour;
  if (!unsafeFunctions) return undefined;
  const lexis = lexisWith(executedComments);
  const isUnsafe = (text: string) =>
    tokenize(text, lexis).some((token) => token.type === 'word' && unsafeFunctions.has(token.text.toLowerCase()));
  return columns.added.find((column) => column.default !== undefined && isUnsafe(column.default));
}
