import { byCodeUnit } from '@sync/core';

/** A row of `system_schema.columns`. */
export interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly kind: 'partition_key' | 'clustering' | 'regular' | 'static';
  readonly position: number;
  readonly clustering_order: 'asc' | 'desc' | 'none';
  readonly type: string;
}

/** A part of a clustering key. */
export interface ClusteringPart {
  readonly column: string;
  readonly descending?: true;
}

/** How the rows of a table or a view are found and ordered. */
export interface KeySpec {
  readonly partitionKey: readonly string[];
  readonly clustering: readonly ClusteringPart[];
}

/** The key that columns tell of. */
export function keyOf(columns: readonly ColumnRow[]): KeySpec {
  const part = (kind: ColumnRow['kind']) =>
    columns.filter((column) => column.kind === kind).sort((a, b) => a.position - b.position);
  return {
    partitionKey: part('partition_key').map((column) => column.column_name),
    clustering: part('clustering').map(({ column_name: column, clustering_order: order }) => ({
      column,
      ...(order === 'desc' && { descending: true as const }),
    })),
  };
}

/** The names in a key, in its order. */
export function keyColumns({ partitionKey, clustering }: KeySpec): readonly string[] {
  return [...partitionKey, ...clustering.map(({ column }) => column)];
}

/** Columns as `DESCRIBE` shows them, the key first: nobody can tell the server another order. */
export function inOrder<C extends { readonly name: string }>(columns: readonly C[], key: KeySpec): readonly C[] {
  const positions = new Map(keyColumns(key).map((name, i) => [name, i]));
  const rank = ({ name }: C) => positions.get(name) ?? positions.size;
  return [...columns].sort((a, b) => rank(a) - rank(b) || byCodeUnit(a.name, b.name));
}
