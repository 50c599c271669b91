import type { Catalogue } from '../model/catalogue.js';
import type { Statement } from './statement.js';

/** How a column comes over to another engine, from the best to the worst. */
export type Carriage = 'lossless' | 'widened' | 'checked' | 'values' | 'lossy' | 'impossible';

/** A type that every relational engine has in some form. */
export type PortableType =
  | { readonly base: 'boolean' }
  | { readonly base: 'integer'; readonly bits: 8 | 16 | 24 | 32 | 64; readonly unsigned?: true }
  /** Without a precision: any number of digits. */
  | { readonly base: 'decimal'; readonly precision?: number; readonly scale?: number }
  | { readonly base: 'float'; readonly bits: 32 | 64 }
  /** In characters; without a length: as long as it wants to be. */
  | { readonly base: 'text'; readonly length?: number; readonly fixed?: true; readonly ignoresCase?: true }
  | { readonly base: 'bytes'; readonly length?: number; readonly fixed?: true }
  | { readonly base: 'uuid' | 'date' | 'interval' | 'json' }
  /** A `moment` is one all over the world; a `datetime` is what a clock and a calendar on some wall show. */
  | { readonly base: 'time' | 'datetime' | 'moment'; readonly precision: number }
  | { readonly base: 'enum'; readonly labels: readonly string[] }
  /** What only one engine has, in its own words, or one family of engines, in words that all of it reads. */
  | { readonly base: 'native'; readonly name: string; readonly family?: string };

/** The operators that mean the same everywhere. */
export type PortableOperator =
  | 'not'
  | 'negative'
  | 'and'
  | 'or'
  | 'is-null'
  | 'in'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '||';

/** An expression that means the same everywhere. */
export type PortableExpression =
  | { readonly column: string }
  | { readonly text: string }
  /** As it is written: 64 bits and decimals do not fit into a number of JSON. */
  | { readonly number: string }
  | { readonly truth: boolean }
  | { readonly null: true }
  | { readonly call: string; readonly of: readonly PortableExpression[] }
  | { readonly operator: PortableOperator; readonly of: readonly PortableExpression[] };

/** A column in terms of no engine. */
export interface PortableColumn {
  readonly name: string;
  /** The type as its own engine prints it. */
  readonly native: string;
  readonly type: PortableType;
  readonly notNull?: true;
  readonly default?: PortableExpression;
  /** The engine numbers rows by itself. */
  readonly numbered?: true;
  readonly generated?: { readonly as: PortableExpression; readonly stored: boolean };
  readonly comment?: string;
  /** What reading it in these terms came to, and why where that is not lossless. */
  readonly carriage: Carriage;
  readonly reason?: string;
}

/** What a key does with rows that refer to what goes or changes. */
export type PortableAction = 'restrict' | 'cascade' | 'set null' | 'set default';

/** A primary key, or another one. A name is left out where the engine gave it. */
export interface PortableKey {
  readonly name?: string;
  readonly columns: readonly string[];
}

/** A foreign key. */
export interface PortableForeignKey extends PortableKey {
  readonly table: string;
  readonly references: readonly string[];
  /** Absent where nothing is done, and what refers to a row keeps it. */
  readonly onDelete?: PortableAction;
  readonly onUpdate?: PortableAction;
}

/** A check of a table. */
export interface PortableCheck {
  readonly name?: string;
  readonly expression: PortableExpression;
}

/** An index over columns. */
export interface PortableIndex {
  readonly name: string;
  readonly unique?: true;
  readonly columns: readonly { readonly column: string; readonly descending?: true }[];
}

/** A table in terms of no engine. */
export interface PortableTable {
  readonly name: string;
  /** In their order. */
  readonly columns: readonly PortableColumn[];
  readonly primaryKey?: PortableKey;
  readonly uniques: readonly PortableKey[];
  readonly foreignKeys: readonly PortableForeignKey[];
  readonly checks: readonly PortableCheck[];
  readonly indexes: readonly PortableIndex[];
  readonly comment?: string;
}

/** Something that does not come over, and why. */
export interface NotCarried {
  /** As people call it: `trigger stamp`, `default of film.rating`. */
  readonly what: string;
  readonly reason: string;
}

/** A schema in terms of no engine. */
export interface PortableSchema {
  readonly tables: readonly PortableTable[];
  readonly notCarried: readonly NotCarried[];
}

/** How a column came over, all the way from one engine to the other. */
export interface CarriedColumn {
  readonly table: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly carriage: Carriage;
  readonly reason?: string;
}

/** A schema in the words of an engine. */
export interface PortableWriting {
  readonly statements: readonly Statement[];
  readonly columns: readonly CarriedColumn[];
  readonly notCarried: readonly NotCarried[];
}

/** How an engine's schemas are put in terms of no engine, and such a one in the engine's. Pure. */
export interface PortableEdge {
  /** The kinds whose objects have equals elsewhere, or are parts of what has. */
  readonly kinds: ReadonlySet<string>;
  read(catalogue: Catalogue): PortableSchema;
  write(schema: PortableSchema): PortableWriting;
}
