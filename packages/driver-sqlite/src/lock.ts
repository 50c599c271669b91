import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { type Lock, SyncError, throwIfAborted } from '@sync/core';
import Database from 'better-sqlite3';
import { isBusy, toSyncError } from './errors.js';

/** How long to wait before looking again whether a lock is free. */
const pauseMs = 50;

/** How often to look whether a lock that is held still is. */
const lookMs = 250;

interface LockRequest {
  readonly waitMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Takes a lock that no other process, and nobody else in this one, can hold at the same time for this database and this name. It is the lock that SQLite itself
 * takes on a small file beside the database, so the operating system lets go of it when the process dies, however it dies.
 */
export async function lockDatabase(path: string, owner: object, name: string, options: LockRequest): Promise<Lock> {
  // By whichever link the database is reached, it is one database, with one lock.
  const place = path === ':memory:' ? path : realpathSync(path);
  const file = fileOf(place, name);
  const take = path === ':memory:' ? () => takeInProcess(owner, name) : () => takeFile(file);
  // The clock of timeouts must not jump with the time of day.
  const deadline = performance.now() + options.waitMs;
  for (;;) {
    throwIfAborted(options.signal, 'lock');
    const attempt = take();
    if ('release' in attempt) return asLock(attempt);
    const left = deadline - performance.now();
    if (left <= 0) throw timeout(path, name, options.waitMs, attempt.holder);
    await setTimeout(Math.min(pauseMs, left), undefined, options.signal && { signal: options.signal }).catch(
      () => undefined,
    );
  }
}

/** How often, and how long after each other, it is looked whether a lock is held: who looks has the file for less than a millisecond, and several may look at once. */
const looks = 4;
const betweenLooksMs = 5;

/** Whether somebody has the lock of a name. Nothing is written, and whoever comes for it meanwhile has it a moment later. */
export async function isLocked(path: string, owner: object, name: string): Promise<boolean> {
  if (path === ':memory:') return inProcess.get(owner)?.has(name) ?? false;
  const file = fileOf(realpathSync(path), name);
  for (let look = 1; look <= looks; look++) {
    if (!isBusyFile(file)) return false;
    await setTimeout(betweenLooksMs * Math.random() + 1);
  }
  return true;
}

function isBusyFile(file: string): boolean {
  // Who lets go of a lock takes its file away.
  if (inode(file) === undefined) return false;
  let native: Database.Database | undefined;
  try {
    native = new Database(file, { fileMustExist: true, timeout: 0 });
    native.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    if (inode(file) === undefined || isRuin(error, file)) return false;
    throw toSyncError(error, { op: 'lock', path: file });
  } finally {
    native?.close();
  }
}

function fileOf(place: string, name: string): string {
  return `${place}.${createHash('sha256').update(name).digest('hex').slice(0, 12)}.schema-sync-lock`;
}

interface Held {
  readonly release: () => void;
  /** Whether somebody took the file away, so that others can take the lock too. */
  readonly isLost?: () => boolean;
}

type Attempt = Held | { readonly holder: string | undefined };

/** A file that was removed or replaced between opening and locking is somebody else's leftover: look again. */
function takeFile(file: string): Attempt {
  let native: Database.Database | undefined;
  let before: bigint | undefined;
  const isLost = () => before === undefined || inode(file) !== before;
  try {
    native = new Database(file, { timeout: 0 });
    before = inode(file);
    // The lock goes with the process: nothing that is in the file has to outlast the machine.
    native.pragma('synchronous = OFF');
    native.exec('BEGIN IMMEDIATE');
    if (isLost()) {
      native.close();
      return { holder: undefined };
    }
    // Committed so that those who wait can read it, and then locked again; whoever got in between has written its own name.
    const me = `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`;
    native.exec('CREATE TABLE IF NOT EXISTS holder (who TEXT); DELETE FROM holder');
    native.prepare('INSERT INTO holder VALUES (?)').run(me);
    native.exec('COMMIT; BEGIN IMMEDIATE');
    // Read by its name: a file that was replaced before the first look at it is another one under the same name.
    if (isLost() || holderOf(file) !== me) {
      native.close();
      return { holder: undefined };
    }
    const held = native;
    return { release: () => releaseFile(held, file, isLost), isLost };
  } catch (error) {
    if (isBusy(error)) {
      const holder = native?.open ? holderIn(native) : undefined;
      native?.close();
      return { holder };
    }
    if (native?.open && isRuin(error, file)) {
      clear(native, file, isLost);
      return { holder: undefined };
    }
    if (native?.open) giveUp(native, file, isLost);
    throw toSyncError(error, { op: 'lock', path: file });
  }
}

/**
 * Where the machine stopped while a lock was taken not all of its file may have come to the disk. Who holds a lock has written it, so that nobody does in this state. What
 * begins as no database does, nor with nothing, is something else that somebody put there.
 */
function isRuin(error: unknown, file: string): boolean {
  if (!(error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code))) return false;
  const start = readFileSync(file).subarray(0, magic.length);
  return start.equals(magic) || start.every((byte) => byte === 0);
}

/** https://sqlite.org/fileformat.html#magic_header_string */
const magic = Buffer.from('SQLite format 3\0', 'latin1');

function clear(native: Database.Database, file: string, isLost: () => boolean): void {
  try {
    if (!isLost()) rmSync(file, { force: true });
  } finally {
    native.close();
  }
}

function inode(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}

function holderOf(file: string): string | undefined {
  const reader = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    return holderIn(reader);
  } finally {
    reader.close();
  }
}

function holderIn(native: Database.Database): string | undefined {
  try {
    const who: unknown = native.prepare('SELECT who FROM holder').pluck().get();
    return typeof who === 'string' ? who : undefined;
  } catch {
    // The holder has not written its name yet.
    return undefined;
  }
}

/** The file goes while it is still locked: nobody can have taken it meanwhile. One that took its place is somebody else's. */
function releaseFile(native: Database.Database, file: string, isLost: () => boolean): void {
  try {
    if (!isLost()) rmSync(file, { force: true });
  } catch {
    // Where an open file cannot be removed it stays, empty of meaning.
  } finally {
    native.close();
  }
}

/** What could not be locked, as on a full disk, is nobody's lock: the file goes, unless somebody else has it. */
function giveUp(native: Database.Database, file: string, isLost: () => boolean): void {
  try {
    const isOurs = native.inTransaction;
    // While it is read nobody can write a name into it, and where no name is in it nobody holds it.
    if (!isOurs) native.exec('BEGIN; SELECT 1 FROM sqlite_master');
    if (!isLost() && (isOurs || statSync(file).size === 0)) rmSync(file, { force: true });
  } catch {
    // It stays, empty of meaning.
  } finally {
    native.close();
  }
}

const inProcess = new WeakMap<object, Set<string>>();

function takeInProcess(owner: object, name: string): Attempt {
  const held = inProcess.get(owner) ?? new Set<string>();
  inProcess.set(owner, held);
  if (held.has(name)) return { holder: 'this process' };
  held.add(name);
  return { release: () => held.delete(name) };
}

function asLock({ release, isLost }: Held): Lock {
  const lost = new AbortController();
  const watch = setInterval(() => {
    if (!isLost?.()) return;
    clearInterval(watch);
    lost.abort(new Error('the file of the lock was removed or replaced'));
  }, lookMs).unref();
  let released = false;
  return {
    lost: lost.signal,
    async [Symbol.asyncDispose]() {
      if (released) return;
      released = true;
      clearInterval(watch);
      release();
    },
  };
}

function timeout(path: string, name: string, waitMs: number, holder: string | undefined): SyncError {
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'lock',
    message: `the lock ${name} on ${path} was not free within ${waitMs} ms`,
    hint:
      holder === undefined
        ? 'Another run is at work: wait for it to finish.'
        : `It is held by ${holder}: wait for it to finish.`,
    details: { lock: name, ...(holder !== undefined && { holder }) },
  });
}
