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
}

/** What declarations say in SQL, and what of them no plan makes. */
export interface ProgramText {
  readonly texts: readonly { readonly path: string; readonly sql: string }[];
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
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
