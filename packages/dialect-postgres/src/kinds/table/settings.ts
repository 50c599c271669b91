import type { SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { changeOptions } from '../../text/options.js';
import { qualified } from '../../text/qualified.js';
import { type Facet, facetOf, ownFacets } from './facets.js';
import type { ColumnSpec, TableLayout, TableSpec } from './spec.js';

/** How a column's values are stored and counted: what can be said of it at any time, and never where it is made. */
export const settingFacets = ['storage', 'compression', 'statistics', 'column-options'] as const satisfies Facet[];

type SettingFacet = (typeof settingFacets)[number];

interface Circumstances {
  /** The table where the column was stored in another way. */
  readonly from?: SchemaObject<TableSpec> | undefined;
  /** Set where other tables have the column from this one, and have this of their own. */
  readonly only?: boolean;
}

/** The statements that make one of these what it is to be. */
export function changeSetting(
  table: Pick<SchemaObject, 'address'>,
  facet: SettingFacet,
  before: ColumnSpec | undefined,
  after: ColumnSpec,
  { from, only = false }: Circumstances = {},
): readonly string[] {
  const which = only && ownFacets.includes(facet) ? 'ONLY ' : '';
  const alter = `ALTER TABLE ${which}${qualified(table)} ALTER COLUMN ${quoteName(after.name)}`;
  switch (facet) {
    case 'storage':
      return [`${alter} SET STORAGE ${after.storage ?? usualStorage(from, before ?? after)}`];
    case 'compression':
      return [`${alter} SET COMPRESSION ${after.compression ?? 'default'}`];
    case 'statistics':
      return [`${alter} SET STATISTICS ${after.statistics ?? -1}`];
    case 'column-options':
      return changeOptions(alter, { from: before?.options ?? [], to: after.options ?? [] });
    default:
      return facet satisfies never;
  }
}

/** All that is to be said of a column that nothing was said of. */
export function printSettings(
  table: Pick<SchemaObject, 'address'>,
  column: ColumnSpec,
  only = false,
): readonly string[] {
  return said(table, column, settingFacets, only);
}

/** How the values of a column are to be stored, where that is not as its type has it. */
export function printStoring(table: Pick<SchemaObject, 'address'>, column: ColumnSpec): readonly string[] {
  return said(table, column, ['storage', 'compression']);
}

function said(
  table: Pick<SchemaObject, 'address'>,
  column: ColumnSpec,
  facets: readonly SettingFacet[],
  only = false,
): readonly string[] {
  return facets.flatMap((facet) =>
    facetOf[facet](column) === undefined ? [] : changeSetting(table, facet, undefined, column, { only }),
  );
}

/** SET STORAGE DEFAULT is known from 16 on only. */
function usualStorage(table: SchemaObject<TableSpec> | undefined, { name }: ColumnSpec): string {
  const { storages = {} } = (table?.layout ?? {}) as unknown as Pick<TableLayout, 'storages'>;
  return storages[name] ?? 'EXTENDED';
}
