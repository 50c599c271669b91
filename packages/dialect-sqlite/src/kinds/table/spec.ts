import { extra, type SchemaObject } from '@sync/core';

/** What SQLite does when a constraint is violated and the statement does not say; ABORT, the default, is left out. */
export type Conflict = 'ROLLBACK' | 'FAIL' | 'IGNORE' | 'REPLACE';

/** What a foreign key does; NO ACTION, the default, is left out. */
export type ReferentialAction = 'SET NULL' | 'SET DEFAULT' | 'CASCADE' | 'RESTRICT';

/** A NOT NULL constraint. */
export interface NotNullSpec {
  readonly name?: string;
  readonly conflict?: Conflict;
}

/** One column. Its place among the others is layout, not schema. */
export interface ColumnSpec {
  /** As written; SQLite shows it so in results. */
  readonly name: string;
  /** The declared type in upper case; empty where none is declared. */
  readonly type: string;
  readonly notNull?: NotNullSpec;
  /** A literal, or an expression without its parentheses. */
  readonly default?: string;
  /** In upper case; BINARY, the default, is left out. */
  readonly collation?: string;
  readonly generated?: { readonly as: string; readonly stored: boolean };
}

/** A column of a key or an index. Names are folded. */
export interface KeyPart {
  readonly column: string;
  /** Where it differs from the column's own. */
  readonly collation?: string;
  readonly descending?: true;
}

/** The primary key, wherever it was written. */
export interface PrimaryKeySpec {
  readonly name?: string;
  readonly columns: readonly KeyPart[];
  readonly conflict?: Conflict;
  readonly autoincrement?: true;
}

/** A UNIQUE constraint. */
export interface UniqueSpec {
  readonly name?: string;
  readonly columns: readonly KeyPart[];
  readonly conflict?: Conflict;
}

/** A CHECK constraint. */
export interface CheckSpec {
  readonly name?: string;
  readonly expression: string;
}

/** A foreign key. Names are folded. */
export interface ForeignKeySpec {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly table: string;
  /** Absent where the referenced table, whose primary key is meant, is not there. */
  readonly references?: readonly string[];
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
  readonly deferred?: true;
}

/** A table, in one form for all ways of writing it. Lists are sorted; constraints compare by content. */
export interface TableSpec {
  readonly columns: readonly ColumnSpec[];
  readonly primaryKey?: PrimaryKeySpec;
  readonly uniques: readonly UniqueSpec[];
  readonly checks: readonly CheckSpec[];
  readonly foreignKeys: readonly ForeignKeySpec[];
}

/** What building on a table needs but what does not make two tables differ. */
export interface TableLayout {
  /** Folded names in their order. */
  readonly columns: readonly string[];
  /** Constraints that are written on a column and go when it is dropped. */
  readonly inline?: readonly InlineConstraint[];
  /** The names that CONSTRAINT gives, as they are spelled and in their order; SQLite takes one before anything, and DROP CONSTRAINT finds it there. */
  readonly names?: readonly string[];
  /** A constraint is written twice, of which ALTER TABLE would see only the first. */
  readonly repeats?: true;
  /** The folded names of tables that a foreign key refers to without naming columns. */
  readonly implicit?: readonly string[];
  /** How foreign keys spell the tables that they refer to. */
  readonly targets?: readonly string[];
  /** How they spell the columns of these, by the folded name of the table. */
  readonly targetColumns?: Readonly<Record<string, readonly string[]>>;
  /** An expression holds a string in double quotes, which a column of that name would give another meaning, and which ALTER TABLE may refuse. */
  readonly quotedStrings?: true;
}

/** A constraint and the column that it is written on. */
export interface InlineConstraint {
  readonly column: string;
  readonly check?: CheckSpec;
  readonly foreignKey?: ForeignKeySpec;
}

/** STRICT: declared types are enforced. */
export const strictTable = extra<true>('sqlite/strict');

/** WITHOUT ROWID: the primary key is the table. */
export const withoutRowid = extra<true>('sqlite/without-rowid');

/** The order of the columns; there only where it was asked for. */
export const columnOrder = extra<readonly string[]>('sqlite/column-order');

/** Recognises a table among a catalogue's objects. */
export function isTable(object: SchemaObject | undefined): object is SchemaObject<TableSpec> {
  return object?.kind === 'table';
}
