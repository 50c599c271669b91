import { constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { SyncError } from '@sync/core';
import Database from 'better-sqlite3';
import { toSyncError } from './errors.js';
import { isAllowed } from './is-allowed.js';
import { findLeftover } from './leftover.js';
import type { SqliteOptions } from './options.js';
import { type Patience, patiently } from './patience.js';

/** How a file is to be opened. */
export interface OpenRequest extends Patience {
  readonly access: 'read' | 'write';
  /** Whether a file that is not there is made. */
  readonly make: boolean;
  /** Whether a reader may have SQLite finish first what a process that died left behind. */
  readonly recover?: boolean;
}

/** Opens a file, and makes sure that it is what it should be before anything is run. */
export async function openFile({ path }: SqliteOptions, request: OpenRequest): Promise<Database.Database> {
  if (path === ':memory:') return openMemory(request.access);
  checkFile(path, request);
  const readonly = request.access === 'read';
  const open = () => openNow(path, { readonly, fileMustExist: !request.make });
  try {
    return await patiently(open, 'connect', request);
  } catch (error) {
    const leftover = readonly ? findLeftover(path, error) : undefined;
    if (!leftover) throw toSyncError(error, { op: 'connect', path });
    if (!request.recover || !leftover.canRecover) throw leftover.error;
    try {
      await patiently(() => openNow(path, { fileMustExist: true }).close(), 'connect', request);
      return await patiently(open, 'connect', request);
    } catch (again) {
      throw toSyncError(again, { op: 'connect', path });
    }
  }
}

/** A database in memory. */
export function openMemory(access: 'read' | 'write'): Database.Database {
  const database = openNow(':memory:', {});
  if (access === 'read') database.pragma('query_only = ON');
  return database;
}

/** Whether there is no file. That none could be made either, for somebody who is going to write it, is said now. */
export function isMissing(path: string, access: 'read' | 'write'): boolean {
  if (path === ':memory:' || statSync(path, { throwIfNoEntry: false })) return false;
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (!folder?.isDirectory()) return false;
  if (access === 'write') checkFile(path, { access, make: true });
  return true;
}

function openNow(path: string, options: Database.Options): Database.Database {
  const database = new Database(path, { ...options, timeout: 0 });
  try {
    // Reads the schema, which is where a file that is damaged, or no database at all, shows itself.
    database.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get();
    database.pragma('foreign_keys = ON');
    if (options.readonly) database.pragma('query_only = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Says what is wrong with a path in words, which SQLite's "unable to open database file" does not. */
function checkFile(path: string, { access, make }: Pick<OpenRequest, 'access' | 'make'>): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (!folder?.isDirectory())
      throw failure(`the folder of ${path} does not exist`, 'Make the folder first, or mend the path.');
    if (access === 'read' || !make)
      throw failure(
        `${path} does not exist`,
        'Check the path. A new database is made by sync and apply with --create, unless create is false.',
      );
    if (!isAllowed(dirname(path), constants.W_OK))
      throw denied(`${dirname(path)} cannot be written, so ${path} cannot be made`);
    return;
  }
  if (stats.isDirectory()) throw failure(`${path} is a folder`, 'Name the database file in it.');
  if (!isAllowed(path, constants.R_OK)) throw denied(`${path} cannot be read`);
  if (access === 'read') return;
  if (!isAllowed(path, constants.W_OK)) throw denied(`${path} is read-only`);
  if (!isAllowed(dirname(path), constants.W_OK))
    throw denied(`${dirname(path)} is read-only, and SQLite keeps its journal there`);
}

function failure(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONNECTION_FAILED', op: 'connect', message, hint });
}

function denied(message: string): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'connect',
    message,
    hint: 'Give this user the permission, or run as the user who owns the file. Reading alone (audit, inspect, diff) needs no write permission.',
  });
}
