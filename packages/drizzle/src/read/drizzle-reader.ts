import type { SourceReader } from '@sync/core';
import { findFiles } from './find-files.js';
import { loadExports } from './load-modules.js';
import { coresOf, sayProgram } from './say-exports.js';

/** Reads `drizzle:./schema.ts`: a file or a folder of TypeScript or JavaScript that declares tables with Drizzle. */
export const drizzleReader: SourceReader = {
  scheme: 'drizzle',
  contract: 1,
  async engine(path, directory) {
    const [core] = coresOf({ exports: await loadExports(await findFiles(path, directory)) });
    return core?.drivers[0];
  },
  async read(path, directory, driver) {
    const found = await findFiles(path, directory);
    return sayProgram({ exports: await loadExports(found), casing: found.casing }, driver.name, path);
  },
};
