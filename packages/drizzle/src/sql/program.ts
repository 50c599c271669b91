import type { Homes } from './homes.js';
import type { Casing } from './language.js';

/** Something that a program declares, and the name that it is exported by. */
export interface Export {
  /** The file and the name, for messages. */
  readonly at: string;
  readonly value: unknown;
}

/** What a program declares of one engine. */
export interface Program {
  readonly exports: readonly Export[];
  readonly casing: Casing | undefined;
  /** Where things lie that are declared in no schema, on engines that have schemas. Default: where names are found by themselves. */
  readonly homes?: Homes;
}

/** What one declaration says. */
export interface ProgramPart {
  readonly path: string;
  readonly sql: string;
  /** The same, statement by statement. */
  readonly statements: readonly string[];
}

/** What declarations say in SQL, and what of them no plan makes. */
export interface ProgramText {
  readonly texts: readonly ProgramPart[];
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
}

/** A part of a text, whose statements stand in it one after the other. */
export function partOf(path: string, statements: readonly string[]): ProgramPart {
  return { path, sql: statements.join('\n'), statements };
}

/** Declarations of one of Drizzle's cores, in the words of its engines. */
export interface Core {
  /** As Drizzle calls it. */
  readonly name: string;
  /** The drivers whose engines understand it, the one that it is written for first. */
  readonly drivers: readonly string[];
  declares(value: unknown): boolean;
  say(program: Program): ProgramText;
}
