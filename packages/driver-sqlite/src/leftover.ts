import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { SyncError } from '@sync/core';
import { nativeCode } from './errors.js';
import { isAllowed } from './is-allowed.js';

/** Why a file cannot be read by a connection that may not write. */
interface Leftover {
  /** Whether SQLite puts it right once somebody opens the file who may write. */
  readonly canRecover: boolean;
  readonly error: SyncError;
}

/**
 * A reader cannot roll back the journal of a process that died, nor make the `-shm` file without which a database in WAL mode cannot be read.
 * https://sqlite.org/lockingv3.html#hot_journals, https://sqlite.org/wal.html#read_only_databases
 */
export function findLeftover(path: string, error: unknown): Leftover | undefined {
  const native = nativeCode(error) ?? '';
  if (!native.startsWith('SQLITE_READONLY') && !native.startsWith('SQLITE_CANTOPEN')) return undefined;
  const canRecover = isAllowed(path, constants.W_OK) && isAllowed(dirname(path), constants.W_OK);
  const told = (message: string, hint: string) => ({
    canRecover,
    error: new SyncError({
      code: 'RECOVERY_NEEDED',
      op: 'connect',
      message,
      hint: `${hint} Or copy the file and what lies beside it to a folder that can be written, and read the copy.`,
      cause: error,
      details: { native },
    }),
  });
  const file = basename(path);
  if (sizeOf(`${path}-journal`) > 0) {
    return told(
      `a process died while it changed ${path}: its journal ${file}-journal has to be rolled back before the file can be read, which takes writing`,
      'SQLite does that by itself as soon as anybody opens the file who may write: run `schema-sync inspect`, or any program that uses the database, as such a user. Do not remove the journal: without it the file is damaged.',
    );
  }
  if (!isWal(path)) return undefined;
  const pending = sizeOf(`${path}-wal`) > 0 ? `, and ${file}-wal holds changes that are not in it yet` : '';
  return told(
    `${path} is in WAL mode${pending}: reading it takes a file ${file}-shm beside it, which this user cannot make`,
    'Open it once as a user who may write, or set `PRAGMA journal_mode = DELETE` before the file goes to where nothing can be written.',
  );
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The read version in the header says so, at byte 19. https://sqlite.org/fileformat.html#file_format_version_numbers */
function isWal(path: string): boolean {
  const header = Buffer.alloc(20);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header[19] === 2;
}
