import type { Impossible, RenderContext, SchemaObject } from '@sync/core';
import { shown } from '../../text/qualified.js';
import { columnsInOrder, type TableSpec } from '../table/spec.js';
import { usesOf } from '../uses.js';

/** Why a publication cannot come back: it is left alone, and names a column that is gone by then. */
export function withoutColumns(
  publication: SchemaObject,
  { goal }: Pick<RenderContext, 'goal'>,
): Impossible | undefined {
  for (const [on, column] of usesOf(publication)) {
    const table = goal.get(on) as SchemaObject<TableSpec> | undefined;
    // What a table has from those above it is looked for there.
    if (table?.kind !== 'table' || table.spec.parents) continue;
    if (columnsInOrder(table).some(({ name }) => name === column)) continue;
    const { name } = publication;
    return {
      impossible: `publication ${name} is left alone and names column ${column} of table ${shown(table)}, which goes, in its list of columns or its WHERE`,
      hint: `Say in the desired state how publication ${name} is to be and plan with --with database, or change it yourself first.`,
    };
  }
  return undefined;
}
