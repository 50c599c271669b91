import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './run.mjs';

// Written by the integration tests: { "<engine>": { "present": boolean, "version"?: string, "reason"?: string } }.
const file = join(root, 'integration/.engines.json');

/** A run reports only the engines that it met itself. */
export function forgetEngines() {
  rmSync(file, { force: true });
}

/** One line for each engine: whether the tests met a real one, and if not, why. */
export function engineLines() {
  const engines = {
    sqlite: { present: true, version: 'embedded' },
    ...(existsSync(file) ? readJson(file) : {}),
  };
  return Object.entries(engines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { present, version = '', reason = '' }]) => {
      return `${name.padEnd(16)} ${present ? `present ${version}` : `absent  ${reason}`}`.trimEnd();
    });
}
