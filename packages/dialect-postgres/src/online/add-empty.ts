import type { Catalogue, SchemaObject, Statement } from '@sync/core';
import { printColumn } from '../kinds/table/print.js';
import type { ColumnSpec } from '../kinds/table/spec.js';
import { domainDefault } from '../kinds/table/value-of-new.js';
import { quoteName } from '../text/names.js';
import { qualified } from '../text/qualified.js';

/** Adds a column that no row there has a value in, whatever default its domain has; rows that come have its own default, or else the domain's. */
export function addEmpty(table: SchemaObject, column: ColumnSpec, goal: Catalogue): readonly Statement[] {
  const { default: value, ...rest } = column;
  const isFilled = domainDefault(column, goal) !== undefined;
  const empty: ColumnSpec = { ...rest, notNull: false, ...(isFilled && { default: 'NULL' }) };
  const alter = `ALTER TABLE ${qualified(table)}`;
  const own = value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`;
  return [
    { text: `${alter} ADD COLUMN ${printColumn(empty)}` },
    ...(isFilled || value !== undefined ? [{ text: `${alter} ALTER COLUMN ${quoteName(column.name)} ${own}` }] : []),
  ];
}
