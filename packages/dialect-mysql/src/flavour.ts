import type { ObjectKind, Statement } from '@sync/core';
import type { Privileges } from './grants/privileges.js';
import type { Costs } from './kinds/table/costs.js';
import type { Question } from './read/question.js';

/** What makes one server of the family differ from another: data, which kinds and the dialect are put together from. */
export interface Flavour {
  /** As its driver is called. */
  readonly name: string;
  readonly product: string;
  /** The oldest version that is worked with. */
  readonly since: readonly number[];
  /** What opens a comment that this server executes. */
  readonly executedComments: RegExp;
  /** The collation in which texts are equal only to the letter. */
  readonly exactCollation: string;
  /** The sections of documents that it reads, its own first. */
  readonly sections: readonly string[];
  /** Whether a text without a length of its own takes a default only in parentheses. */
  readonly wrapsLongDefaults: boolean;
  /** Compares a column of JSON with a value for what they say, both as SQL. */
  readonly identicalDocuments: (column: string, value: string) => string;
  /** How the server says what it takes to change a table. */
  readonly costs: Costs;
  /** What of that is otherwise in a server of this version. */
  earlierCosts?(version: readonly number[]): Partial<Costs>;
  /** The same for tables of an engine that changes nothing in place. */
  readonly costsElsewhere: Costs;
  /** How it shows expressions and defaults in its information schema. */
  readonly texts: ShownTexts;
  /** Whether rows are written anew only while nobody else writes where an index is over a column that is computed when it is read. */
  readonly copiesBesideIndexedVirtual: boolean;
  /** Whether a column that goes does so by itself where others are computed when they are read. */
  readonly dropsApart: boolean;
  /** What it does where a foreign key says nothing. */
  readonly usualAction: 'NO ACTION' | 'RESTRICT';
  /** A question about all tables that gives way to whoever keeps one locked, where the server opens each of them to answer. */
  givingWay?(text: string): string;
  /** Where it says in which spatial reference system a column is, if not beside the column. */
  readonly spatialReferences?: Statement;
  /** What it keeps with tables beside what defines them. */
  readonly beside?: readonly Question[];
  /** Whether tables may share files, which the server tells beside their definitions. */
  readonly hasTablespaces?: true;
  /** What gives a column its spatial reference system: an attribute of its type, or of the column. */
  readonly spatialReference: { readonly clause: string; readonly isOfType: boolean };
  /** Columns of its information schema that others of the family have not got, by the part that reads them. */
  readonly more: MoreColumns;
  /** The word for an index that no query uses: `INVISIBLE`, `IGNORED`. */
  readonly unusedIndex: { readonly off: string; readonly on: string };
  /** Whether an index can be called by its own name in other letters, and goes where it comes again so. */
  readonly respellsIndexes: boolean;
  /** A check that is renamed along with its table. */
  readonly namesChecksByTable: boolean;
  /** The members of tables of which the database has no two of one name. */
  readonly namedOnce: ReadonlySet<NamedOnce>;
  /** Whether a column that an expression names can be renamed, and the server rewrites the expression. */
  readonly rewritesExpressions: boolean;
  /** Functions that may find another value on a replica, where a column that comes with such a default is refused, be there rows or not. */
  readonly unsafeFunctions?: ReadonlySet<string>;
  /** Whether a timestamp that is to have a value always gets the moment in rows without one, whatever its default and `sql_mode` are. */
  readonly fillsTimestamps: boolean;
  /** Whether a text that says a fraction becomes a whole number by being rounded, and is not refused. */
  readonly roundsTexts: boolean;
  /** The last moment that a timestamp can be, in a server of this version. */
  lastMoment(version: readonly number[]): string;
  /**
   * How many times columns of one table may be added and dropped at once, in a server of this version, before it has to be written anew, where the server
   * counts that.
   */
  rowVersions?(version: readonly number[]): number;
  /** The number that InnoDB has for a table of the database, which is another one once that was emptied or written anew, as an expression; the table is given as a literal. */
  tableNumber(table: string): string;
  /**
   * What stands before a statement that is to write over rows which came after its transaction began to read, in a server of this version, where the server may be set to
   * refuse that and to take the whole transaction back.
   */
  pastSnapshots?(version: readonly number[]): string | undefined;
  /** Types, by those that a server of this version converts to each other, of which none becomes one of the others, nor a number or a moment. */
  typesApart?(version: readonly number[]): readonly ReadonlySet<string>[];
  /** What a column may become though a foreign key leads from it or to it: a longer text, something else for which the table is copied. */
  readonly underKeys: ReadonlySet<'wider-text' | 'copied'>;
  /** Whether a foreign key is added only once nobody is in the middle of changing the table that it leads to. */
  readonly keysAwaitTargets: boolean;
  /** Whether a foreign key takes a right on the table that it leads to. */
  readonly needsReferences: boolean;
  /** The right to say whose rights something runs with. */
  readonly definerRight: string;
  /** The right to see what routines of others do, in a server of this version. */
  routineRight(version: readonly number[]): string;
  /** The table of the server itself whose readers see all routines, where it has one. */
  readonly routineBook?: string;
  /** Whether what has a body is made anew in one statement, which keeps what is granted on it, and leaves no moment without it. */
  readonly replacesBodies: boolean;
  /** The privileges that it has beside those of all of the family, in a server of this version. */
  privileges(version: readonly number[]): Privileges;
  /** The database at hand as grants name it and no other, as SQL. */
  readonly databaseInGrants: string;
  /** The host of what is a role and no account. */
  readonly roleHost: string;
  /** What its sessions are set to beside what those of all of the family are. */
  readonly sessionSettings: readonly string[];
  /** Whether only the definition of a routine tells all of a parameter of this type, of a server of this version. */
  hidesParameters?(version: readonly number[], dataType: string): boolean;
  /** The names of the libraries of a database, of a server of this version that has such. */
  libraries?(version: readonly number[]): Question | undefined;
  /** Whether routines may lie in packages. */
  readonly hasPackages?: true;
  /** The `sql_mode` in which a view may call what lies in a package, in a server of this version; undefined for any. */
  packageMode?(version: readonly number[]): string | undefined;
  /** Kinds that only this server has. */
  readonly kinds: readonly ObjectKind[];
}

/** Members of a table whose names may be those of the whole database. */
export type NamedOnce = 'foreignKeys' | 'checks';

/** How texts of the information schema read as SQL. */
export interface ShownTexts {
  expression(text: string): string;
  /** The default of a column as SQL; undefined for none. */
  default(row: ShownDefault): string | undefined;
}

/** What the server shows of a default. */
export interface ShownDefault {
  readonly value: string | null;
  readonly dataType: string;
  /** Null where the values are no texts. */
  readonly charset: string | null;
  readonly extra: string;
}

/** What is asked for of what only this server has, as it is called where it is read. */
export interface MoreColumns {
  readonly columns: Readonly<Record<'srid', string>>;
  readonly indexes: Readonly<Record<'expression' | 'unused', string>>;
  readonly checks: Omit<Question, 'print'>;
  readonly views: Readonly<Record<'algorithm', string>>;
  /** Of all that runs with somebody's rights: `name@host`, or the name alone of a role that has no host. */
  readonly definer: string;
}
