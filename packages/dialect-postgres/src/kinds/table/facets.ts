import type { ColumnSpec } from './spec.js';

/** The properties of a column that change one by one. */
export type Facet = 'type' | 'collation' | 'default' | 'identity' | 'not-null' | 'storage' | 'compression' | 'owns';

/** What a column has of each. */
export const facetOf: Readonly<Record<Facet, (column: ColumnSpec) => unknown>> = {
  type: (column) => column.type,
  collation: (column) => column.collation,
  default: (column) => column.default,
  identity: (column) => column.identity,
  'not-null': (column) => column.notNull,
  storage: (column) => column.storage,
  compression: (column) => column.compression,
  owns: (column) => column.owns,
};

/** What a column that comes from another table may have of its own. */
export const overridable: readonly Facet[] = ['default', 'not-null', 'storage', 'compression'];
