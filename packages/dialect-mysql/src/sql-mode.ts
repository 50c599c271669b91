import type { Lexis } from '@sync/core';
import { lexisWith } from './lexis.js';

/** Values of `sql_mode` in which the same text says something else, each with what of a text it does so to. https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html */
const rereading: ReadonlyMap<string, RegExp> = new Map([
  ['ANSI_QUOTES', /"/],
  ['NO_BACKSLASH_ESCAPES', /\\/],
  ['PIPES_AS_CONCAT', /\|\|/],
  ['HIGH_NOT_PRECEDENCE', /\bNOT\b/i],
  ['REAL_AS_FLOAT', /\bREAL\b/i],
  ['EMPTY_STRING_IS_NULL', /''|""/],
  ['ORACLE', /(?:)/],
]);

/** Values that stand for several others. */
const combined = ['ANSI', 'MSSQL', 'DB2', 'POSTGRESQL', 'MAXDB', 'MYSQL323', 'MYSQL40'];

/** Values with which a file has its statements read. */
const ofFiles: ReadonlySet<string> = new Set([...rereading.keys(), ...combined, 'IGNORE_SPACE']);

/** The values that none of our sessions has by itself: those, and what else is shown by them. */
export const foreignModes: ReadonlySet<string> = new Set([
  ...ofFiles,
  ...['NO_FIELD_OPTIONS', 'NO_TABLE_OPTIONS', 'NO_KEY_OPTIONS'],
]);

/** The setting that has a statement read with these values beside those that the session has. */
export const readWith = 'mysql/read_with';

/** The values of a `sql_mode`, in capitals. */
export function valuesOf(mode: string): readonly string[] {
  return mode.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim().toUpperCase()]));
}

/** Those values of a `sql_mode` with which a file has its statements read. */
export function modesOfFiles(mode: string): readonly string[] {
  return valuesOf(mode).filter((name) => ofFiles.has(name));
}

/** The values of a `sql_mode` without which this text would say something else; undefined for none. */
export function neededModes(mode: string, text: string): string | undefined {
  const needed = valuesOf(mode).filter((name) => rereading.get(name)?.test(text));
  return needed.length === 0 ? undefined : needed.join(',');
}

/** Whether a `sql_mode` has this value. */
export function hasMode(mode: string | undefined, name: string): boolean {
  return mode !== undefined && valuesOf(mode).includes(name);
}

const quoting: ReadonlySet<string> = new Set(['ANSI_QUOTES', ...combined.slice(0, 5), 'ORACLE']);

/** How SQL falls into tokens in sessions with these values. */
export function lexisIn(executedComments: RegExp, modes: readonly string[]): Lexis {
  const lexis = lexisWith(executedComments);
  const quotesNames = modes.some((name) => quoting.has(name));
  return {
    ...lexis,
    ...(quotesNames && { identifierQuotes: [...lexis.identifierQuotes, ['"', '"']], stringQuotes: ["'"] }),
    ...(modes.includes('NO_BACKSLASH_ESCAPES') && { backslashEscapes: false }),
  };
}
