import type { SourceReader } from '@sync/core';
import type { ProgramText } from '../sql/program.js';

/** What a plugin declares, for the engine that is worked on. */
export interface DeclaredProgram {
  readonly driver: string;
  readonly text: ProgramText;
}

/** Gives core a text that is said already, as if it had been read. */
export function programReader({ driver, text }: DeclaredProgram): SourceReader {
  return {
    scheme: 'drizzle',
    contract: 1,
    engine: () => Promise.resolve(driver),
    read: () => Promise.resolve(text),
  };
}
