import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ErrorCode, HazardClass, OnlineChoice } from '@sync/core';
import type { RenameText } from '../renames.js';

/** What `case.json` may say. */
export interface GoldenSettings {
  /** Why the case is there, for readers. */
  readonly why?: string;
  readonly renames?: readonly RenameText[];
  /** The hazard classes that must be allowed: exactly those that the plan is stopped for. */
  readonly allow?: readonly HazardClass[];
  readonly with?: readonly string[];
  /** Which tables are changed online. Default: as always, by their size. */
  readonly online?: OnlineChoice;
  readonly exclude?: readonly string[];
  /** Plans the rows that the desired state declares. */
  readonly seeds?: boolean;
  /** The plan, or its run, must fail so, and leave everything as it was. */
  readonly expectError?: { readonly code: ErrorCode };
  /** The way down must fail so, because the rows have no way back, and leave the desired state as it is. */
  readonly downError?: { readonly code: ErrorCode };
  /** Tables (`users`) and columns (`users.mail`) whose rows or values go: exactly those. Names are those of the desired state where it has them. */
  readonly loses?: readonly string[];
  /** Columns of the desired state whose values change on the way: exactly those. */
  readonly converts?: readonly string[];
}

/** One folder with a case in it. */
export interface GoldenCase {
  /** `columns/add-nullable` */
  readonly name: string;
  readonly folder: string;
  readonly before: string;
  readonly rows: string | undefined;
  /** The desired state, as a source relative to the folder. */
  readonly desired: string;
  readonly settings: GoldenSettings;
}

const known: ReadonlySet<string> = new Set<keyof GoldenSettings>([
  'why',
  'renames',
  'allow',
  'with',
  'online',
  'exclude',
  'seeds',
  'expectError',
  'downError',
  'loses',
  'converts',
]);

const desiredNames = ['desired.sql', 'desired.yaml', 'desired'];

/** Finds the cases below a folder, in the order of their names. */
export function findCases(root: string, folder: string = root): readonly GoldenCase[] {
  if (existsSync(join(folder, 'before.sql'))) return [readCase(root, folder)];
  const folders = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  if (folders.length === 0) throw new TypeError(`${folder} holds no case: a case has a before.sql`);
  return folders.sort().flatMap((name) => findCases(root, join(folder, name)));
}

function readCase(root: string, folder: string): GoldenCase {
  const [desired, ...others] = desiredNames.filter((name) => existsSync(join(folder, name)));
  if (!desired || others.length > 0) throw new TypeError(`${folder} needs one of ${desiredNames.join(', ')}`);
  const text = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  return {
    name: relative(root, folder).split(sep).join('/'),
    folder,
    before: text('before.sql') ?? '',
    rows: text('rows.sql'),
    desired,
    settings: readSettings(text('case.json') ?? '{}', folder),
  };
}

function readSettings(text: string, folder: string): GoldenSettings {
  const settings = JSON.parse(text) as GoldenSettings;
  for (const name of Object.keys(settings)) {
    if (!known.has(name)) throw new TypeError(`${folder}/case.json: ${name} is none of ${[...known].join(', ')}`);
  }
  return settings;
}
