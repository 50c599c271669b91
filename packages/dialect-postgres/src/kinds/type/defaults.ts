import type { Hazard, RenderContext, SchemaObject, Statement } from '@sync/core';
import { locksTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import { type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from '../table/spec.js';
import { madeInto } from './remade.js';
import { heirsOf, isColumnOf, isStanding, keptDefault } from './uses.js';

/** Columns whose defaults name what they are not of. */
interface Naming {
  readonly table: SchemaObject<TableSpec>;
  readonly columns: readonly ColumnSpec[];
}

/** The defaults that name a type which is made anew, or a collation, in columns that are of something else. */
export function defaultsNaming(
  type: SchemaObject,
  context: Pick<RenderContext, 'base' | 'change' | 'moved'>,
): readonly Naming[] {
  // The default of a column that is converted goes and comes with that; nothing is converted for a collation.
  const own = type.kind === 'postgres/collation' ? [] : [type];
  const converted = [...own, ...madeInto(type, context)].map((each) => isColumnOf(each));
  const isConverted = (column: ColumnSpec) => converted.some((isOf) => isOf(column));
  return context.base.dependents(type.address).flatMap((object): readonly Naming[] => {
    if (object.kind !== 'table') return [];
    const table = object as SchemaObject<TableSpec>;
    const { calls = {} } = table.layout as unknown as TableLayout;
    const columns = columnsInOrder(table).filter(
      (column) => column.default !== undefined && calls[column.name]?.includes(type.address) && !isConverted(column),
    );
    return columns.length > 0 && isStanding(context)({ table }) ? [{ table, columns }] : [];
  });
}

/** Takes such defaults away, and puts back those that stay. */
export function asideDefaults(
  all: readonly Naming[],
  context: Pick<RenderContext, 'base' | 'goal' | 'moved' | 'change'>,
): { readonly going: readonly Statement[]; readonly back: readonly Statement[]; readonly hazards: readonly Hazard[] } {
  const each = all.flatMap(({ table, columns }) => {
    // The tables below have theirs taken away one by one, too: they may be others.
    const only = heirsOf(table, context.base).length > 0 ? 'ONLY ' : '';
    return columns.map((column) => {
      const alter = `ALTER TABLE ${only}${qualified(table)} ALTER COLUMN ${quoteName(column.name)}`;
      return { alter, value: keptDefault(table, column, context) };
    });
  });
  return {
    going: each.map(({ alter }) => ({ text: `${alter} DROP DEFAULT` })),
    back: each.flatMap(({ alter, value }) => (value === undefined ? [] : [{ text: `${alter} SET DEFAULT ${value}` }])),
    hazards: all.map(({ table }) => locksTable(shown(table), 'ACCESS EXCLUSIVE')),
  };
}
