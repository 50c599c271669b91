import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { invalid } from './invalid.js';
import type { SslMode } from './tls-options.js';

/** A program that copies tables, as somebody has it. */
export interface CopyProgram {
  readonly name: 'pt-online-schema-change';
  /** What is started: a path, or a name that is looked for in PATH. */
  readonly program: string;
  /** What it is given beside its own arguments, before those. */
  readonly more: readonly string[];
}

interface Given {
  readonly copyWith?: unknown;
  readonly copyWithProgram?: unknown;
  readonly copyWithArguments?: unknown;
}

const name = 'pt-online-schema-change';

/** What settings say of it. It connects by itself, and knows nothing of how a server shows who it is: where that matters, it is not used. */
export function copyProgramIn(
  { copyWith, copyWithProgram, copyWithArguments: more = [] }: Given,
  sslMode: SslMode,
  directory: string,
): { readonly copyWith?: CopyProgram } {
  if (copyWith === undefined) return {};
  if (copyWith !== name)
    throw invalid(`copyWith must be ${name}`, 'Take it out to have tables copied by schema-sync.', 'copyWith');
  if (sslMode !== 'DISABLED' && sslMode !== 'PREFERRED')
    throw invalid(
      `${name} makes sure of no TLS, which ssl-mode=${sslMode} asks for`,
      'Take copyWith out to have tables copied by schema-sync over the connection that it has.',
      'copyWith',
    );
  if (copyWithProgram !== undefined && (typeof copyWithProgram !== 'string' || copyWithProgram === ''))
    throw invalid(
      'copyWithProgram must be a path',
      'Take it out to have the program looked for in PATH.',
      'copyWithProgram',
    );
  if (!Array.isArray(more) || more.some((each) => typeof each !== 'string'))
    throw invalid('copyWithArguments must be a list of texts', "For example: ['--max-lag=5'].", 'copyWithArguments');
  const program = copyWithProgram === undefined ? name : resolve(directory, copyWithProgram);
  return { copyWith: { name, program, more } };
}

/** Whether there is such a program that can be started. */
export function isThere({ program }: CopyProgram): boolean {
  const places =
    program === name ? (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)) : [program];
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
