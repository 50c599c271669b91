import type { contractVersion, Driver } from './driver.js';

/** What a program declares, in the words of the engine. */
export interface ProgramRead {
  /** A text of SQL for each thing that is declared. Messages speak of its place by `path`. They may stand in any order. */
  readonly texts: readonly { readonly path: string; readonly sql: string }[];
  /** What was left out, each with its place. */
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
}

/**
 * Reads what programs declare in objects of another tool's, and says it in SQL: that is built in scratch and read back as any file is, so that there is one way to a
 * desired state. A package exports one as its default.
 */
export interface SourceReader {
  /** What a source begins with, without the colon. */
  readonly scheme: string;
  readonly contract: typeof contractVersion;
  /** The driver that the program is written for, where it tells. `path` is what stands behind the colon, relative to `directory`. */
  engine(path: string, directory: string): Promise<string | undefined>;
  /** Throws SOURCE_NOT_FOUND, or SOURCE_INVALID where it cannot be read or is written for another engine than the driver's. */
  read(path: string, directory: string, driver: Driver): Promise<ProgramRead>;
}
