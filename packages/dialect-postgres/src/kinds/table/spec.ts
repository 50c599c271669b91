import type { Address, Json, SchemaObject } from '@sync/core';
import type { SequenceSpec } from '../sequence/spec.js';

/** One column. Its place among the others is layout, not schema. */
export interface ColumnSpec {
  readonly name: string;
  /** As the server prints it, with modifiers. */
  readonly type: string;
  readonly notNull: boolean;
  /** What the constraint that forbids nulls has of its own. */
  readonly notNullConstraint?: NotNullSpec;
  readonly default?: string;
  readonly generated?: { readonly as: string; readonly stored: boolean };
  readonly identity?: { readonly always: boolean; readonly options: SequenceSpec };
  /** As SQL, where it is not the type's own. */
  readonly collation?: string;
  readonly storage?: string;
  readonly compression?: string;
  /** How closely ANALYZE looks, where that is not as everywhere. */
  readonly statistics?: number;
  /** What the planner is told, `n_distinct=100`; sorted. */
  readonly options?: readonly string[];
  /** Sequences that go when the column goes. */
  readonly owns?: readonly Address[];
}

/** A NOT NULL constraint, from 18 on. */
export interface NotNullSpec {
  /** Where somebody gave it one, and of one that is not validated. */
  readonly name?: string;
  readonly noInherit?: true;
  /** Rows that were there before it have not been looked at. */
  readonly unvalidated?: true;
}

/** A table that another one is a partition of, or inherits from. */
export interface ParentSpec {
  readonly table: Address;
  /** `FOR VALUES FROM …` or `DEFAULT`, of a partition. */
  readonly bound?: string;
}

/** What a column that comes from another table has of its own: null where it lacks what the other has. */
export interface OverrideSpec {
  readonly name: string;
  readonly facets: Readonly<Record<string, Json>>;
}

/** A table without its constraints and indexes, which are objects of their own. Columns are sorted by name. */
export interface TableSpec {
  /** Without those that come from other tables. */
  readonly columns: readonly ColumnSpec[];
  /** Sorted by their addresses. */
  readonly parents?: readonly ParentSpec[];
  /** The composite type that says which columns there are, and in what order; as SQL. */
  readonly ofType?: string;
  readonly overrides?: readonly OverrideSpec[];
  /** `RANGE (created_at)`. */
  readonly partitionBy?: string;
  readonly unlogged?: true;
  /** Whether policies count, and whether for its owner, too. */
  readonly rowSecurity?: true;
  readonly forcedRowSecurity?: true;
  /** How replicas tell rows apart, where that is neither by the primary key nor by an index. */
  readonly replicaIdentity?: 'full' | 'nothing';
  /** Storage parameters, `fillfactor=70`; sorted. */
  readonly options?: readonly string[];
}

/** What building on a table needs but what does not make two tables differ. */
export interface TableLayout {
  /** Names in their order. */
  readonly columns: readonly string[];
  /** By columns, what the server calls the constraints that forbid nulls, where that is not as it would call them. */
  readonly notNulls?: Readonly<Record<string, string>>;
  /** By columns, how their types store values, where that is not EXTENDED. */
  readonly storages?: Readonly<Record<string, string>>;
  /** By columns, what their expressions need. */
  readonly calls?: Readonly<Record<string, readonly Address[]>>;
  /** It has checks, or tables below that may have some, beside which the server changes no expression of a virtual column. */
  readonly checked?: true;
  /** It was begun to be detached from its table, and that was stopped. */
  readonly detaching?: true;
  /** The columns that come from other tables, as they are here. */
  readonly inherited?: readonly ColumnSpec[];
  /** Where there are several tables above, these in the order in which the table came to have them. */
  readonly above?: readonly Address[];
  /** By the names of such columns, which of several tables above have them, by their places in that order. */
  readonly sources?: Readonly<Record<string, readonly number[]>>;
  /** Names of such columns that the table defines itself as well, and (from 18 on) forbids nulls in: that stays where the other tables lose it. */
  readonly defined?: readonly string[];
  readonly forbidden?: readonly string[];
  /** The constraints and indexes that come from other tables, and stay when the table leaves those. */
  readonly along?: readonly AlongSpec[];
}

/** A constraint or index that a table has from another one. */
export interface AlongSpec {
  readonly kind: 'postgres/constraint' | 'index';
  readonly name: string;
  readonly type: string;
  readonly definition: string;
  /** The table defines it itself as well: it stays where the other table loses it. */
  readonly defined?: true;
  /** It needs something beside tables. */
  readonly needs?: true;
}

/** The tables above in the order in which the table came to have them. */
export function parentsInOrder({ spec: { parents = [] }, layout }: SchemaObject<TableSpec>): readonly ParentSpec[] {
  const { above } = (layout ?? {}) as unknown as TableLayout;
  const byTable = new Map(parents.map((parent) => [parent.table, parent]));
  return above?.flatMap((table) => byTable.get(table) ?? []) ?? parents;
}

/** The columns in the order in which the server has them. */
export function columnsInOrder(table: SchemaObject<TableSpec>): readonly ColumnSpec[] {
  const { columns, inherited = [] } = table.layout as unknown as TableLayout;
  const byName = new Map([...inherited, ...table.spec.columns].map((column) => [column.name, column]));
  return columns.flatMap((name) => byName.get(name) ?? []);
}
