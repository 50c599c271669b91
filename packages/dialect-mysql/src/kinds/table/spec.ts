import { extra, type SchemaObject } from '@sync/core';

/** One column. Its place among the others is layout. */
export interface ColumnSpec {
  readonly name: string;
  /** As the server prints it, without character set: `int unsigned`, `enum('a','b')`. */
  readonly type: string;
  readonly charset?: string;
  readonly collation?: string;
  readonly notNull?: true;
  /** As SQL. */
  readonly default?: string;
  readonly onUpdate?: string;
  readonly autoIncrement?: true;
  readonly generated?: { readonly as: string; readonly stored: boolean };
  readonly invisible?: true;
  readonly srid?: number;
  readonly comment?: string;
  /** A check that is written on the column itself, where the server keeps those apart. */
  readonly check?: string;
  /** Its changes are no part of the history of its table. */
  readonly unversioned?: true;
}

/** Whether a column is computed when it is read. */
export function isVirtual({ generated }: ColumnSpec): boolean {
  return generated?.stored === false;
}

/** How the history of a table is kept: by columns of its own, or by ones that nobody sees. */
export interface VersioningSpec {
  readonly start?: string;
  readonly end?: string;
}

/** The time for which a row says that it holds: from one of its columns to another. */
export interface PeriodSpec {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** A column or an expression of an index. */
export interface IndexPart {
  /** As the column is spelled. */
  readonly column?: string;
  readonly expression?: string;
  /** How many characters, or bytes, of it. */
  readonly length?: number;
  readonly descending?: true;
}

/** An index, or a key; the primary key is called PRIMARY. */
export interface IndexSpec {
  readonly name: string;
  readonly unique?: true;
  /** Where it is no tree: FULLTEXT, SPATIAL, HASH; BTREE where the engine would not make it one unasked. */
  readonly type?: string;
  readonly parts: readonly IndexPart[];
  /** The period of the table for which no two rows that are alike may hold at the same time. */
  readonly period?: string;
  /** No query uses it. */
  readonly unused?: true;
  /** Clauses that say how it is built, in its server's words: WITH PARSER `ngram`, KEY_BLOCK_SIZE=4. */
  readonly options?: readonly string[];
  readonly comment?: string;
}

/**
 * Whether an index that does not say of which type it is becomes a tree: those of MEMORY become hashes.
 * https://dev.mysql.com/doc/refman/9.7/en/memory-storage-engine.html
 */
export function usualIsTree(engine: string): boolean {
  return engine.toUpperCase() !== 'MEMORY';
}

/** A foreign key. */
export interface ForeignKeySpec {
  readonly name: string;
  readonly columns: readonly string[];
  /** The database of the table, where that is another. */
  readonly database?: string;
  readonly table: string;
  readonly references: readonly string[];
  readonly onDelete: string;
  readonly onUpdate: string;
}

/** A check of the whole table. */
export interface CheckSpec {
  readonly name: string;
  readonly expression: string;
  readonly notEnforced?: true;
}

/** One partition. */
export interface PartitionSpec {
  readonly name: string;
  /** `LESS THAN (10)`, `IN (1,2)`, `HISTORY`, `DEFAULT`; absent where rows are dealt out by a number. */
  readonly values?: string;
  readonly comment?: string;
  /** The names of what it is divided into. */
  readonly parts?: readonly string[];
}

/** The method by which the history of a table lies in partitions of its own. */
export const ofHistory = 'SYSTEM_TIME';

/** What a partition says that takes the rows which no list names. */
export const takesRest = 'DEFAULT';

/** Whether the server begins another partition of the history by itself. */
export function addsByItself(rotation: string): boolean {
  return / AUTO$/.test(rotation);
}

/** How the rows of a table are dealt out. */
export interface PartitioningSpec {
  /** `RANGE`, `LINEAR HASH`, `LIST COLUMNS`, `SYSTEM_TIME`. */
  readonly method: string;
  readonly expression: string;
  readonly within?: { readonly method: string; readonly expression: string };
  readonly partitions: readonly PartitionSpec[];
}

/** A table. Lists are sorted by folded name. */
export interface TableSpec {
  readonly columns: readonly ColumnSpec[];
  readonly indexes: readonly IndexSpec[];
  readonly foreignKeys: readonly ForeignKeySpec[];
  readonly checks: readonly CheckSpec[];
  readonly engine: string;
  readonly charset: string;
  readonly collation: string;
  readonly comment?: string;
  /** What CREATE TABLE was given besides, sorted: `row_format=COMPRESSED`. */
  readonly options: readonly string[];
  readonly partitioning?: PartitioningSpec;
  readonly period?: PeriodSpec;
  /** Where the server keeps what rows were like before. */
  readonly versioning?: VersioningSpec;
}

/** What building a table needs and what does not make two differ. */
export interface TableLayout {
  /** The names of its columns in their order. */
  readonly order: readonly string[];
  /** What the server keeps with it, and no statement of a plan says again. */
  readonly beside?: readonly string[];
  /** From where it counts on when it is made, where the desired state says so. One that is there counts as it does, unless somebody asks for it. */
  readonly counter?: string;
  /** How far it has counted, where somebody asks for what the desired state says of that. */
  readonly reached?: string;
}

/** From where a table is to count on when it is made. */
export function counterOf(table: SchemaObject<TableSpec>): string | undefined {
  return (table.layout as unknown as TableLayout | undefined)?.counter;
}

/** From where a table is to count that has not come so far yet: what the server moved on is as it is, and nothing brings it back. */
export function raisedCounter(from: SchemaObject<TableSpec>, to: SchemaObject<TableSpec>): string | undefined {
  const reached = (from.layout as unknown as TableLayout | undefined)?.reached;
  const start = counterOf(to);
  const isBehind = reached !== undefined && start !== undefined && BigInt(reached) < BigInt(start);
  return isBehind && to.spec.columns.some(({ autoIncrement }) => autoIncrement) ? start : undefined;
}

/** How the statistics of a column are called among what the server keeps with its table. */
const histogramOf = 'the histogram of column ';

/** Whether somebody asked for statistics of a column. */
export function hasHistogram(table: SchemaObject<TableSpec>, column: string): boolean {
  return lostWith(table).includes(`${histogramOf}${column}`);
}

/** What one that is made anew is without. */
export function lostWith(table: SchemaObject<TableSpec>): readonly string[] {
  return (table.layout as unknown as TableLayout | undefined)?.beside ?? [];
}

/** The order of the columns; there only where it was asked for. */
export const columnOrder = extra<readonly string[]>('mysql/column-order');

/** Whether a row has to say what it has there. */
export function isRequired({ notNull, default: usual, generated, autoIncrement }: ColumnSpec): boolean {
  return notNull === true && usual === undefined && !generated && !autoIncrement;
}

/** The names of the columns of a table in their order. */
export function orderOf(table: SchemaObject<TableSpec>): readonly string[] {
  return (table.layout as unknown as TableLayout | undefined)?.order ?? table.spec.columns.map(({ name }) => name);
}

/** The name of the primary key in every table that has one. */
export const primary = 'PRIMARY';
