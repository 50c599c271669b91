import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Extension, PGlite } from '@electric-sql/pglite';
import { SyncError } from '@sync/core';
import pg from 'pg';
import type { Opened } from './connect/opened.js';
import type { PostgresOptions } from './options.js';
import { types } from './values.js';

/** A PostgreSQL of this process, in memory, empty, and a session in it. */
export interface Embedded {
  readonly opened: Opened;
  /** The extensions that it carries. */
  readonly extensions: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Whether PGlite is installed beside this driver. */
export function isPgliteInstalled(): boolean {
  return location() !== undefined;
}

/** Starts PGlite, with all the extensions that come with it. SCRATCH_UNAVAILABLE where it is not installed. */
export async function openPglite(options: PostgresOptions): Promise<Embedded> {
  const place = location();
  if (place === undefined) {
    throw new SyncError({
      code: 'SCRATCH_UNAVAILABLE',
      op: 'scratch',
      message: 'PGlite is not installed',
      hint: 'Install it beside the driver: npm i @electric-sql/pglite.',
    });
  }
  const extensions = await extensionsIn(join(dirname(place), 'contrib'));
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({
    loadDataDir: await emptyOne(PGlite),
    extensions: Object.fromEntries(extensions.map((extension) => [extension.name, extension])),
  });
  return {
    opened: { client: await clientOf(database), options, ssl: false },
    extensions: new Set(['plpgsql', ...extensions.map(({ name }) => name)]),
    close: () => database.close(),
  };
}

/** The client of servers, so that values and errors are the same. Ending it leaves the database open. */
export async function clientOf(database: PGlite): Promise<pg.Client> {
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  const config: pg.ClientConfig = { types };
  const client = new pg.Client(Object.assign(config, { connection: createPgConfig(database).connection }));
  client.on('error', () => {});
  await client.connect();
  return client;
}

function location(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@electric-sql/pglite');
  } catch {
    return undefined;
  }
}

async function extensionsIn(folder: string): Promise<readonly Extension[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js')).sort();
  const modules = await Promise.all(
    files.map(async (file) => {
      const module: Readonly<Record<string, Extension>> = await import(pathToFileURL(join(folder, file)).href);
      return module[basename(file, '.js')];
    }),
  );
  return modules.filter((extension) => extension !== undefined);
}

let empty: Promise<Blob> | undefined;

/** Making a cluster takes far longer than loading one. */
function emptyOne(maker: typeof PGlite): Promise<Blob> {
  empty ??= makeEmpty(maker).catch((error: unknown) => {
    empty = undefined;
    throw error;
  });
  return empty;
}

async function makeEmpty(maker: typeof PGlite): Promise<Blob> {
  await using database = await maker.create();
  // Whoever made it left a remark, which no database that is made from a template has.
  await database.exec('COMMENT ON DATABASE postgres IS NULL');
  return await database.dumpDataDir('none');
}
