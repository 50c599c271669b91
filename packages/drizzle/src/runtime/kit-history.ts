import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  type Catalogue,
  type Driver,
  isSyncError,
  type Migrations,
  partsOf,
  readMigrations,
  type Standing,
} from '@sync/core';
import type { JournalEntry } from './book-format.js';
import { bookVersion } from './books.js';
import { migratorError } from './errors.js';
import { columnsNamedIn } from './foreign-record.js';
import { statesOf } from './kit-deltas.js';
import type { DrizzleKitFolder } from './options.js';
import type { Session } from './session.js';

/** A migration that Drizzle Kit ran, as the books hold it from then on. */
export interface KitMigration {
  readonly entry: JournalEntry;
  /** The state after it, as Drizzle Kit draws it; absent where its file is gone. */
  readonly snapshot: unknown;
}

/** Reads what Drizzle Kit keeps of a database in files, in either of its layouts; undefined where it never migrated this one. */
export async function kitHistory(
  session: Session,
  plugin: string,
  given: string | DrizzleKitFolder | undefined,
): Promise<readonly KitMigration[] | undefined> {
  if (given === undefined) return undefined;
  const { folder, table, schema }: DrizzleKitFolder = typeof given === 'string' ? { folder: given } : given;
  const found = await readFolder(plugin, folder);
  if (!isOfKit(found)) throw notOfKit(plugin, folder, found.layout.tool);
  const place = { ...found.layout.table, ...(table && { name: table }), ...(schema && { schema }) };
  const migrations = { ...found, layout: { ...found.layout, table: place } };
  const standing = await session.engine().migrations(session.tenant, migrations);
  if (standing.rows.length === 0) return undefined;
  requireSame(plugin, folder, standing);
  const read = migrations.scripts.map(({ path }) => readSnapshot(join(resolve(folder), snapshotOf(path))));
  const states = statesOf(await Promise.all(read));
  const all = migrations.scripts.map(({ name, checksum = '', when = 0 }, idx): KitMigration => {
    const tag = name.replace(/\.sql$/, '');
    const entry = { idx, version: bookVersion, when, tag, breakpoints: true, hash: checksum };
    return { entry, snapshot: states[idx] };
  });
  const newest = all.at(-1);
  if (newest && newest.snapshot === undefined) throw notDrawn(plugin, folder, newest.entry.tag);
  return all;
}

async function readFolder(plugin: string, folder: string): Promise<Migrations> {
  try {
    return await readMigrations(folder, process.cwd());
  } catch (cause) {
    if (!isSyncError(cause) || cause.code !== 'SOURCE_NOT_FOUND') throw cause;
    throw migratorError(
      'SOURCE_NOT_FOUND',
      `there is no folder ${resolve(folder)} of Drizzle Kit`,
      'Name the folder that holds meta/_journal.json, from the working directory on, or leave drizzleKit out: what is declared is found without it.',
      { plugin, folder, cause },
    );
  }
}

function isOfKit({ layout }: Migrations): boolean {
  return layout.name === 'drizzle' || layout.name === 'drizzle-folders';
}

/** `0001_what.sql` has its snapshot in `meta`, and `20240131120000_what/migration.sql` beside itself. */
function snapshotOf(path: string): string {
  const [prefix = ''] = path.split('_');
  return path.includes('/') ? join(dirname(path), 'snapshot.json') : `meta/${prefix}_snapshot.json`;
}

async function readSnapshot(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Refuses a folder that is not the one which this database was migrated from: what it says of tables would be of others. */
function requireSame(plugin: string, folder: string, { scripts }: Standing): void {
  const otherwise = scripts.filter(({ state }) => state !== 'applied');
  if (otherwise.length === 0) return;
  const words = {
    pending: 'has not run',
    late: 'was passed over',
    changed: 'was changed since',
    missing: 'is not there',
  };
  const told = otherwise.map(({ name, state }) => `${name} ${words[state as keyof typeof words] ?? state}`);
  throw migratorError(
    'OUT_OF_SYNC',
    `the folder ${folder} of Drizzle Kit does not fit the database: ${told.join(', ')}`,
    'Nothing was touched. Let Drizzle Kit run what has not run, name the folder that this database was migrated from, or leave drizzleKit out: what is declared is found without it.',
    { plugin, folder, migrations: otherwise.map(({ name, state }) => ({ name, state })) },
  );
}

/** Refuses a snapshot that names what is not there. */
export function requireDrawnThere(plugin: string, snapshot: unknown, catalogue: Catalogue, driver: Driver): void {
  const [kind] = driver.kinds.filter((each) => each.kind === 'table');
  const missing = Array.from(columnsNamedIn(snapshot), ([at, columns]) => {
    const table = catalogue.get(at);
    const shown = partsOf(at).parts.join('.');
    if (!table) return [shown];
    const there = new Set(kind?.relation?.(table).columns.map(({ name }) => name));
    return columns.filter((name) => !there.has(name)).map((name) => `${shown}.${name}`);
  }).flat();
  if (missing.length === 0) return;
  throw migratorError(
    'OUT_OF_SYNC',
    `the newest snapshot of Drizzle Kit does not fit the database: there is no ${missing.join(', no ')}`,
    'Nothing was touched. Put back what was changed by hand, or leave drizzleKit out: what is there is taken as it is then.',
    { plugin, missing },
  );
}

function notOfKit(plugin: string, folder: string, tool: string) {
  return migratorError(
    'SOURCE_INVALID',
    `${folder} is no folder of Drizzle Kit, but one of ${tool}`,
    'Name the folder that holds meta/_journal.json, or a folder for each migration with its snapshot.json.',
    { plugin, folder },
  );
}

function notDrawn(plugin: string, folder: string, tag: string) {
  return migratorError(
    'SOURCE_NOT_FOUND',
    `${folder} holds no snapshot of its newest migration, ${tag}`,
    'Restore it from version control, or leave drizzleKit out: what is declared is found without it.',
    { plugin, folder },
  );
}
