import { nearest } from '@sync/core';
import { migratorError } from './errors.js';
import type { MigrateOptions, RuntimeMigratorOptions } from './options.js';

/** What a value of an option has to be. */
interface Shape {
  readonly words: string;
  fits(value: unknown): boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

/** As long as a timer of Node's goes. */
const longestMs = 2 ** 31 - 1;

const flag: Shape = { words: 'true or false', fits: (value) => typeof value === 'boolean' };
const milliseconds: Shape = {
  words: `a number of milliseconds from 0 to ${longestMs}`,
  fits: (value) => typeof value === 'number' && value >= 0 && value <= longestMs,
};
const text: Shape = { words: 'a text', fits: isText };
const texts: Shape = { words: 'a list of texts', fits: isTexts };
const names: Shape = {
  words: "an object whose values are names: { old: 'new' }",
  fits: (value) => isRecord(value) && Object.values(value).every(isText),
};

/** Every option of any call. Whoever adds one is told by the compiler to name it here. */
const ofCalls: Readonly<Record<keyof MigrateOptions, Shape>> = {
  allowDataLoss: flag,
  drizzleKit: {
    words: "the path of a folder, or { folder, table: '…', schema: '…' }",
    fits: (value) =>
      isText(value) ||
      (isRecord(value) &&
        isText(value.folder) &&
        [value.table, value.schema].every((name) => name === undefined || isText(name))),
  },
  dryRun: flag,
  extensions: texts,
  force: flag,
  lockTimeout: milliseconds,
  logger: { words: 'a function that takes a line', fits: (value) => typeof value === 'function' },
  prove: flag,
  renames: names,
  signal: {
    words: 'the signal of an AbortController',
    fits: (value) =>
      isRecord(value) && typeof value.aborted === 'boolean' && typeof value.addEventListener === 'function',
  },
  takes: names,
  tenant: text,
  verbose: flag,
};

/** Every option of a migrator. */
const ofMigrators: Readonly<Record<keyof RuntimeMigratorOptions, Shape>> = {
  casing: { words: "'snake_case' or 'camelCase'", fits: (value) => value === 'snake_case' || value === 'camelCase' },
  driver: {
    words: 'what a package @sync/driver-… exports',
    fits: (value) => isRecord(value) && isText(value.name) && typeof value.connect === 'function',
  },
  main: texts,
  scratch: {
    words: '{ url, directory }',
    fits: (value) => isRecord(value) && isText(value.url) && isText(value.directory),
  },
};

/** Refuses what is no option of a call: a dry run that is misspelt would write. */
export function requireOptions(options: unknown): void {
  requireShapes(options, ofCalls, 'of a call');
}

/** Refuses what is no option of a migrator. */
export function requireMigratorOptions(options: unknown): void {
  requireShapes(options, ofMigrators, 'of a migrator');
}

/** Refuses what is no option of either, before any database is opened. */
export function requireOpenOptions(options: unknown): void {
  requireShapes(options, { ...ofMigrators, ...ofCalls }, 'of a migrator and its calls');
}

/** Refuses what is no option of a call in what is given with a plugin. */
export function requirePluginOptions(plugin: object, except: ReadonlySet<string>): void {
  for (const name of Object.keys(plugin))
    if (!except.has(name)) requireShape(name, plugin[name as keyof typeof plugin], ofCalls);
}

function requireShapes(options: unknown, known: Readonly<Record<string, Shape>>, whose: string): void {
  if (!isRecord(options))
    throw migratorError(
      'USAGE',
      `the options ${whose} are ${told(options)}`,
      `Give an object, or nothing. The options are ${Object.keys(known).join(', ')}.`,
    );
  for (const name of Object.keys(options)) requireShape(name, options[name], known);
}

function requireShape(name: string, value: unknown, known: Readonly<Record<string, Shape>>): void {
  const shape = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!shape) {
    const all = Object.keys(known);
    const guess = nearest(name, all);
    throw migratorError(
      'USAGE',
      `there is no option ${JSON.stringify(name)}`,
      guess === undefined ? `The options are ${all.join(', ')}.` : `Did you mean ${guess}?`,
      { option: name },
    );
  }
  if (value === undefined || shape.fits(value)) return;
  throw migratorError('USAGE', `the option ${name} is ${told(value)}`, `Give ${shape.words}, or leave it out.`, {
    option: name,
  });
}

/** What somebody gave, without what is in it: that may be a secret. */
export function told(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number')
    return String(value);
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'function') return 'a function';
  return Array.isArray(value) ? 'a list' : 'an object that does not fit';
}
