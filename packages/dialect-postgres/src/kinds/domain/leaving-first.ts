import type { RenderContext, SchemaObject } from '@sync/core';
import { isOutOf } from '../type/leaving.js';
import type { TypeUse } from '../type/uses.js';

/**
 * Whether a table changes before a domain forbids more, since columns of it leave the domain in the same plan, with values that need be none of it any more. Not where it
 * has lists of the domain that are something else for a moment: these are named as they are before their table changes.
 */
export function changesFirst(
  { table, columns }: TypeUse,
  domain: SchemaObject,
  context: Pick<RenderContext, 'base' | 'goal' | 'change' | 'moved'>,
): boolean {
  const goes = columns.filter(({ name }) => isOutOf(domain, table, name, context));
  return goes.length > 0 && columns.every((column) => goes.includes(column) || !column.type.endsWith('[]'));
}
