import type { Address, SchemaObject } from '@sync/core';
import type { SequenceSpec } from '../sequence/spec.js';

/** One column. Its place among the others is layout, not schema. */
export interface ColumnSpec {
  readonly name: string;
  /** As the server prints it, with modifiers. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default?: string;
  readonly generated?: { readonly as: string; readonly stored: boolean };
  readonly identity?: { readonly always: boolean; readonly options: SequenceSpec };
  /** As SQL, where it is not the type's own. */
  readonly collation?: string;
  readonly storage?: string;
  readonly compression?: string;
  /** Sequences that go when the column goes. */
  readonly owns?: readonly Address[];
}

/** A table without its constraints and indexes, which are objects of their own. Columns are sorted by name. */
export interface TableSpec {
  readonly columns: readonly ColumnSpec[];
  readonly unlogged?: true;
  /** Storage parameters, `fillfactor=70`; sorted. */
  readonly options?: readonly string[];
}

/** What building on a table needs but what does not make two tables differ. */
export interface TableLayout {
  /** Names in their order. */
  readonly columns: readonly string[];
  /** By columns, what their expressions need. */
  readonly calls?: Readonly<Record<string, readonly Address[]>>;
}

/** The columns in the order in which the server has them. */
export function columnsInOrder(table: SchemaObject<TableSpec>): readonly ColumnSpec[] {
  const { columns } = table.layout as unknown as TableLayout;
  const byName = new Map(table.spec.columns.map((column) => [column.name, column]));
  return columns.flatMap((name) => byName.get(name) ?? []);
}
