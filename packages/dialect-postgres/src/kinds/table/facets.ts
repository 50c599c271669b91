import type { ColumnSpec } from './spec.js';

/** The properties of a column that change one by one. */
export type Facet =
  | 'type'
  | 'collation'
  | 'default'
  | 'identity'
  | 'not-null'
  | 'not-null-constraint'
  | 'storage'
  | 'compression'
  | 'statistics'
  | 'column-options'
  | 'owns';

/** What a column has of each. */
export const facetOf: Readonly<Record<Facet, (column: ColumnSpec) => unknown>> = {
  type: (column) => column.type,
  collation: (column) => column.collation,
  default: (column) => column.default,
  identity: (column) => column.identity,
  'not-null': (column) => column.notNull,
  'not-null-constraint': (column) => column.notNullConstraint,
  storage: (column) => column.storage,
  compression: (column) => column.compression,
  statistics: (column) => column.statistics,
  'column-options': (column) => column.options,
  owns: (column) => column.owns,
};

/** What a column that comes from another table may have of its own. */
export const overridable: readonly Facet[] = [
  'default',
  'not-null',
  'storage',
  'compression',
  'statistics',
  'column-options',
];

/** What a table has of its own in any case, whatever the one that it comes from has. */
export const ownFacets: readonly Facet[] = ['statistics', 'column-options'];
