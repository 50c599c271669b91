import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { type Fingerprints, isSyncError, type Statement } from '@sync/core';
import {
  type Among,
  atHand,
  beholderQuery,
  changesQuery,
  type FilesRow,
  type FingerprintRow,
  type Flavour,
  filesQuery,
  fingerprintsQuery,
  isWhole,
  likeGlob,
} from '@sync/dialect-mysql';
import type { Started } from './start-session.js';

const require = createRequire(import.meta.url);

/** Who reads, and how, is a part of what is found: another version may read what this one does not. */
const readers = ['@sync/dialect-mysql/package.json', '@sync/wire-mysql/package.json'].map(
  (name) => (require(name) as { readonly version: string }).version,
);

type Asked = Pick<Started, 'session' | 'server'> & {
  readonly flavour: Flavour;
  readonly signal?: AbortSignal | undefined;
};

/**
 * What each database that a pattern meets holds, by as many questions for all of them as for one. They are asked one after the other: where somebody changes schemas meanwhile,
 * what is told alike twice was not in between two states. Undefined where this account may not ask.
 */
export async function fingerprintDatabases(asked: Asked, pattern: string): Promise<Fingerprints | undefined> {
  try {
    const shared = await beholder(asked);
    const before = await changes(asked);
    const first = await printsOf(asked, likeGlob(pattern));
    if (first.isWarned || (await changes(asked)) !== before) {
      const again = (await printsOf(asked, likeGlob(pattern))).own;
      return { shared, own: new Map([...first.own].filter(([name, print]) => again.get(name) === print)) };
    }
    return { shared, own: first.own };
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** What the database at hand holds, as it is told among all of them. */
export async function fingerprintDatabase(asked: Asked): Promise<string | undefined> {
  try {
    const shared = await beholder(asked);
    const { own } = await printsOf(asked, atHand);
    const [print] = own.values();
    return print === undefined ? undefined : `${shared} ${print}`;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

interface Prints {
  readonly own: ReadonlyMap<string, string>;
  /** Whether some tables could not be opened for one of the questions. */
  readonly isWarned: boolean;
}

async function printsOf(asked: Asked, among: Among): Promise<Prints> {
  const { flavour, server } = asked;
  const rows = await ask<FingerprintRow>(asked, fingerprintsQuery(flavour, server.version, among));
  // Where the server opens tables to answer, and somebody keeps one of them, it warns and tells less.
  const isWarned = flavour.givingWay !== undefined && (await ask(asked, { text: 'SHOW WARNINGS' })).some(isOfLock);
  const files = flavour.hasTablespaces ? await filesOf(asked, among) : undefined;
  const own = rows.flatMap((row): readonly (readonly [string, string])[] => {
    const { name, rows: count, sum, untold, named, stored } = row;
    const isTold = Number(untold ?? 0) === 0 && isWhole(row) && liesAsUsual(Number(stored), name, files);
    return isTold ? [[name, digest([Number(named ?? 0) === 0 ? null : name, count, sum])]] : [];
  });
  return { own: new Map(own), isWarned };
}

/** https://mariadb.com/kb/en/mariadb-error-codes/: ER_LOCK_WAIT_TIMEOUT */
function isOfLock(warning: unknown): boolean {
  return Number((warning as { readonly Code?: unknown }).Code) === 1205;
}

/** Whether each table has a file of its own, in the folder of its database, and nothing else does; nothing is known of files to whoever may not ask. */
function liesAsUsual(tables: number, name: string, files: ReadonlyMap<string, FilesRow> | undefined): boolean {
  if (!files) return true;
  const { usual = 0, all = 0 } = files.get(name) ?? {};
  return Number(all) === tables && Number(usual) === tables;
}

async function filesOf(asked: Asked, among: Among): Promise<ReadonlyMap<string, FilesRow> | undefined> {
  try {
    const rows = await ask<FilesRow>(asked, filesQuery(among));
    return new Map(rows.map((row) => [row.name, row]));
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** Who asks, what he may do, and by what he reads. */
async function beholder(asked: Asked): Promise<string> {
  const [who] = await ask<object>(asked, beholderQuery);
  const grants = await ask<object>(asked, { text: 'SHOW GRANTS' });
  return digest([readers, asked.flavour.name, who, grants.map((row) => Object.values(row))]);
}

async function changes(asked: Asked): Promise<string> {
  return JSON.stringify(await ask(asked, changesQuery));
}

function ask<R>({ session, signal }: Asked, statement: Statement): Promise<readonly R[]> {
  return session.send<R>(statement, { op: 'fleet', signal });
}

function isRefused(error: unknown): boolean {
  return isSyncError(error) && error.code === 'PERMISSION_DENIED';
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
