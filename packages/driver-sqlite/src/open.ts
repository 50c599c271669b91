import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { SyncError } from '@sync/core';
import Database from 'better-sqlite3';
import { toSyncError } from './errors.js';
import type { SqliteOptions } from './options.js';

/** Opens a file, or a database in memory, and makes sure that it is what it should be before anything is run. */
export function openDatabase(
  { path, busyTimeoutMs, create }: SqliteOptions,
  access: 'read' | 'write',
): Database.Database {
  const inMemory = path === ':memory:';
  if (!inMemory) checkFile(path, access, create);
  const readonly = access === 'read' && !inMemory;
  let database: Database.Database | undefined;
  try {
    database = new Database(path, {
      readonly,
      fileMustExist: !inMemory && (readonly || !create),
      timeout: busyTimeoutMs,
    });
    // Reads the schema, which is where a file that is damaged, or no database at all, shows itself.
    database.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get();
    database.pragma('foreign_keys = ON');
    if (access === 'read') database.pragma('query_only = ON');
    return database;
  } catch (error) {
    database?.close();
    throw toSyncError(error, { op: 'connect', path });
  }
}

/** Says what is wrong with a path in words, which SQLite's "unable to open database file" does not. */
function checkFile(path: string, access: 'read' | 'write', create: boolean): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (!folder?.isDirectory())
      throw failure(`the folder of ${path} does not exist`, 'Make the folder first, or mend the path.');
    if (access === 'read' || !create)
      throw failure(
        `${path} does not exist`,
        'Check the path. A command that writes makes the file, unless create is false.',
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

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
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
