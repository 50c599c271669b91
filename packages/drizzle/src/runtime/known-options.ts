import { nearest } from '@sync/core';
import { migratorError } from './errors.js';
import type { MigrateOptions } from './options.js';

/** Every option of any call. Whoever adds one is told by the compiler to name it here. */
const known: Readonly<Record<keyof MigrateOptions, true>> = {
  allowDataLoss: true,
  drizzleKit: true,
  dryRun: true,
  extensions: true,
  force: true,
  lockTimeout: true,
  logger: true,
  prove: true,
  renames: true,
  signal: true,
  takes: true,
  tenant: true,
  verbose: true,
};

/** Refuses an option that there is not: a dry run that is misspelt would write. */
export function requireKnownOptions(options: object): void {
  const names = Object.keys(known);
  const stranger = Object.keys(options).find((name) => !names.includes(name));
  if (stranger === undefined) return;
  const guess = nearest(stranger, names);
  throw migratorError(
    'USAGE',
    `there is no option ${JSON.stringify(stranger)}`,
    guess === undefined ? `The options are ${names.join(', ')}.` : `Did you mean ${guess}?`,
    { option: stranger },
  );
}
