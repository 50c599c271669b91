import type { Json } from '../model/json.js';
import type { Change } from './change.js';
import type { Server } from './connection.js';
import type { Lexis } from './lexis.js';
import type { Statement } from './statement.js';

/** What a statement in a file of desired state does, as far as a source has to know. */
export type StatementClass =
  /** Defines or changes schema: executed in scratch. */
  | 'schema'
  /** Rows: not schema, left out with a warning. */
  | 'data'
  /** Session settings and transaction brackets that dumps carry: left out silently. */
  | 'ignored'
  /** Reaches outside of the database (files, programs, other databases): refused. */
  | 'refused';

/** Why a statement is no part of a desired state, and what to do. */
export interface Refused {
  readonly refused: string;
  readonly hint: string;
}

/** How an engine writes things down. Pure. */
export interface Dialect {
  /** An identifier, quoted where it must be, or always. */
  quote(name: string): string;
  /** The qualifier that says no more than none, folded: a name with it and the name alone are one. */
  readonly home?: string;
  /** How many bytes of a name the engine keeps, where it cuts a longer one and says nothing. */
  readonly nameBytes?: number;
  /**
   * What is called within its table, by the word that stands before the table's name where a CREATE statement makes it (`{ TRIGGER: 'ON' }`); null for what a table's own
   * definition holds. Default: everything is called within its schema.
   */
  readonly namedInTable?: Readonly<Record<string, string | null>>;
  /** The form in which two spellings of one name are equal. */
  fold(name: string): string;
  /** The form in which names are equal that this server takes for one, though `fold` leaves them apart: renames are declared in any of them. Default: none are. */
  alike?(name: string, of: 'object' | 'member', server: Server): string;
  /** A value as SQL text. */
  literal(value: Json): string;
  /** Compares a column with a value to the letter, both given as SQL, where `=` is content with less; `meant` is the value itself. Default: `=`. */
  identical?(column: string, value: string, meant: Json): string;
  /** How the text splits into statements. */
  readonly lexis: Lexis;
  /**
   * Classifies a statement by its leading words, upper case: `['CREATE', 'TABLE']`, and, where it defines something, by the name as it is written, outermost qualifier
   * first. Its text tells what the words do not. What is refused may say why.
   */
  classify(words: readonly string[], name?: readonly string[], text?: string): StatementClass | Refused;
  /** The database that what follows in a file is of from this statement on, where it names one: a desired state is of one alone. */
  enters?(statement: { readonly words: readonly string[]; readonly text: string }): string | undefined;
  /**
   * What the statements below this one in a file are written in, where it says that it is something else (`SET sql_mode = 'ANSI_QUOTES'`), or the comments before it do;
   * undefined where they do not.
   */
  below?(statement: {
    readonly words: readonly string[];
    readonly text: string;
    readonly leading?: readonly { readonly text: string }[];
  }): Dialect | undefined;
  /** Whether a statement says what those that define something leave unsaid, wherever it stands: it is executed ahead of them. */
  comesFirst?(words: readonly string[]): boolean;
  /** Session settings with which the server reads what is written in this dialect. */
  readonly settings?: Readonly<Record<string, Json>>;
  /** The definition that an engine's dump wraps into another statement, such as a row of its catalogue; undefined for an ordinary statement. */
  undump?(statement: { readonly words: readonly string[]; readonly text: string }): string | undefined;
  /** One statement for people and scripts, its parameters as literals, without a terminator. */
  print(statement: Statement): string;
  /** One batch as a script that the engine's own client runs as it is; each entry is a statement without its terminator. */
  script(
    statements: readonly Statement[],
    batch: { readonly atomic: boolean; readonly settings: Readonly<Record<string, Json>> },
  ): readonly string[];
  /** What core needs to keep its own tables in the target. */
  readonly bookkeeping: Bookkeeping;
  /** A statement in a script with what ends it, where a semicolon is not enough for the engine's own client; undefined where it is. */
  terminate?(statement: string): string | undefined;
  /** Statements as a file of desired state has to have them to be read as these settings of theirs have it, each without its terminator. Default: printed alone. */
  inFile?(statements: readonly Statement[], settings: Readonly<Record<string, Json>>): readonly string[];
  /**
   * A query for what the role that asks it lacks to make these changes, as far as the server can tell beforehand: a row for each with the `lack` and its `remedy`, for
   * people. One query, whatever the number of changes; undefined where there is nothing to ask.
   */
  missingRights?(changes: readonly Change[]): Statement | undefined;
}

/** Types and placeholders for the few tables that schema-sync keeps in a target. */
export interface Bookkeeping {
  /** The column types: a text that can be a key, a text of any length, a 64-bit integer. */
  readonly types: { readonly key: string; readonly text: string; readonly integer: string };
  /** Column types of the tables that other tools keep: a number that counts up by itself and is the key, and a time. Default: as the standard has them. */
  readonly others?: { readonly counter: string; readonly moment: string };
  /** How our tables are kept, behind their columns, where the engine has several ways. */
  readonly storage?: string;
  /** What ends a query of our tables that is only asked whether it can be answered. Default: `WHERE 1 = 0`. */
  readonly probe?: string;
  /** How many rows of our tables one INSERT takes, where that is not as many as one likes. */
  readonly rowsTogether?: number;
  /** The parameter at this position, from 1. */
  placeholder(position: number): string;
  /**
   * A query that returns a row when our table of this name is there. Where the role may not read it, write it or give it columns, the row has `toRead`, `toWrite` or
   * `toChange`: the statements that grant it what it lacks. `owner` is who can run the first two.
   */
  exists(table: string): Statement;
  /** A query for what the role that asks it lacks to make our tables: rows as those of `missingRights`. Absent where whoever may connect may make them. */
  readonly missingRights?: Statement;
  /** What gives the room of what was deleted from our table of this name back to the system, for people: absent where the engine does so by itself. */
  reclaims?(table: string): string;
}
