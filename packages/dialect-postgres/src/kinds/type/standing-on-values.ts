import type { Address, Catalogue, Entailed, SchemaObject } from '@sync/core';
import { shown } from '../../text/qualified.js';
import { mentionsColumn } from '../../text/rename-in.js';
import { heirsOf, type TypeUse } from './uses.js';

/**
 * The indexes, constraints and statistics of columns that hold texts for a moment: they mean something else of texts, or nothing, and so they make way. What the
 * server keeps columns from changing for makes way by itself.
 */
export function standingOnValues(uses: readonly TypeUse[], base: Catalogue): ReadonlyMap<Address, Entailed> {
  const found = new Map<Address, Entailed>();
  for (const { table, columns } of uses) {
    for (const each of [table, ...heirsOf(table, base)]) {
      for (const object of base.children(each.address)) {
        const text = textOf(object);
        const used = text === undefined ? undefined : columns.find(({ name }) => mentionsColumn(text, name));
        if (used) found.set(object.address, { replace: `${shown(table)}.${used.name} holds texts for a moment` });
      }
    }
  }
  return found;
}

function textOf({ kind, spec }: SchemaObject): string | undefined {
  switch (kind) {
    case 'index':
    case 'postgres/constraint':
      return (spec as { readonly definition: string }).definition;
    case 'postgres/statistics':
      return (spec as { readonly expressions?: string }).expressions;
    default:
      return undefined;
  }
}
