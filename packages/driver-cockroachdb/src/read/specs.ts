import type { Address, Json } from '@sync/core';

/** One column. Its place among the others is layout, not schema. */
export interface ColumnSpec {
  readonly name: string;
  /** As the server prints it, with its collation. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default?: string;
  /** What an update that says nothing of it writes there. */
  readonly onUpdate?: string;
  readonly generated?: { readonly as: string; readonly stored: boolean };
  readonly identity?: { readonly always: boolean; readonly options: Json };
  /** `SELECT *` leaves it out. */
  readonly hidden?: true;
  /** Of a document alone: the server prints it with the type. */
  readonly collation?: string;
}

/** Columns that are stored together. */
export interface FamilySpec {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table without its constraints and indexes, which are objects of their own. Columns are sorted by name. */
export interface TableSpec {
  readonly columns: readonly ColumnSpec[];
  /** Where there is more than the usual one. */
  readonly families?: readonly FamilySpec[];
  /** Storage parameters, those of row-level TTL among them: `ttl_expire_after='00:10:00':::INTERVAL`; sorted. */
  readonly options?: readonly string[];
}

/** What building on a table needs but what does not make two tables differ. */
export interface TableLayout {
  /** Names in their order. */
  readonly columns: readonly string[];
}

/** An index, which is always of one table and called within it. */
export interface IndexSpec {
  readonly unique: boolean;
  readonly method?: 'inverted' | 'vector';
  /** From its columns on, as the server prints it: hash sharding, STORING and the condition are in it. */
  readonly definition: string;
  /** The planner leaves it out. */
  readonly hidden?: true;
  /** Of a document alone. */
  readonly options?: readonly string[];
}

/** What a constraint demands. A unique constraint with an index is that index. */
export interface ConstraintSpec {
  readonly type: 'primary key' | 'unique' | 'check' | 'foreign key' | 'exclusion';
  readonly definition: string;
  readonly unvalidated?: true;
  readonly references?: Address;
}

/** A sequence. How far it has counted is data. */
export interface SequenceSpec {
  readonly type: string;
  /** 64 bits do not fit into a number of JSON. */
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** Numbers of the clock in place of a counter. */
  readonly virtual?: true;
}

/** A view; a materialized one holds data. */
export interface ViewSpec {
  readonly select: string;
  readonly columns: readonly { readonly name: string }[];
}

/** A composite type. */
export interface CompositeSpec {
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
}

/** A trigger: when it fires, and what it does then. */
export interface TriggerSpec {
  readonly event: string;
  readonly action: string;
}

/** Clauses that are left as they are found: by their handles, in extras. */
export const leftAsFound = {
  locality: 'cockroachdb/locality',
  zones: 'cockroachdb/zones',
  partitions: 'cockroachdb/partition-by',
  locked: 'cockroachdb/schema-locked',
  security: 'cockroachdb/row-security',
} as const;
