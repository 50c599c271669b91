import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConnectionInput, nearest, SyncError } from '@sync/core';

/** What a connection to a SQLite database is made from. */
export interface SqliteOptions {
  /** An absolute path, or `:memory:`. */
  readonly path: string;
  /** How long a statement waits for another process that holds the file. */
  readonly busyTimeoutMs: number;
  /** Whether a connection that may write may also make the file. */
  readonly create: boolean;
}

const settingNames = ['busyTimeoutMs', 'create'] as const;

/** Validates what the user gave: `sqlite:./app.db`, `sqlite:///var/app.db`, `sqlite::memory:`. */
export function readOptions(input: ConnectionInput): SqliteOptions {
  const settings = input.settings ?? {};
  for (const name of Object.keys(settings)) {
    if ((settingNames as readonly string[]).includes(name)) continue;
    const near = nearest(name, settingNames);
    throw invalid(
      `sqlite has no setting ${name}`,
      near ? `Did you mean ${near}?` : `There are: ${settingNames.join(', ')}.`,
      { setting: name },
    );
  }
  const { busyTimeoutMs = 5000, create = true } = settings;
  if (
    typeof busyTimeoutMs !== 'number' ||
    !Number.isInteger(busyTimeoutMs) ||
    busyTimeoutMs < 0 ||
    busyTimeoutMs > 2 ** 31 - 1
  ) {
    throw invalid('busyTimeoutMs must be a number of milliseconds', 'For example: busyTimeoutMs: 5000.', {
      setting: 'busyTimeoutMs',
    });
  }
  if (typeof create !== 'boolean')
    throw invalid('create must be true or false', 'For example: create: false.', { setting: 'create' });
  return { path: readPath(input), busyTimeoutMs, create };
}

function readPath({ url, directory }: ConnectionInput): string {
  const rest = /^sqlite:(.*)$/is.exec(url)?.[1];
  if (rest === undefined)
    throw invalid(
      `${shown(url)} is not a sqlite URL`,
      isPath(url) ? `Did you mean sqlite:${asUrl(url)}?` : 'For example: sqlite:./app.db, or sqlite::memory:.',
    );
  if (rest === ':memory:' || rest === '//:memory:') return ':memory:';
  if (/^\/\/[^/@]*:[^/]*@/.test(rest))
    throw invalid(`${shown(url)} names a user, and a file has none`, 'For example: sqlite:./app.db.');
  if (/[?#]/.test(rest)) {
    throw invalid(
      `${shown(url)} has parameters`,
      'Settings of the connection stand beside the URL in the config. In a file name, write ? as %3F and # as %23.',
    );
  }
  const path = decode(rest, url);
  if (path === '' || path === '//')
    throw invalid(`${shown(url)} names no file`, 'For example: sqlite:./app.db, or sqlite::memory:.');
  if (path.includes('\0')) throw invalid('the path holds a NUL character', 'Take %00 out of the URL.');
  // better-sqlite3 trims the names that it opens: that would be another file.
  if (path !== path.trimEnd()) throw invalid(`${shown(url)} ends with white space`, 'Rename the file.');
  return resolve(directory, path);
}

/** What has no scheme is likely to be a file; a letter and a colon are a drive. */
function isPath(url: string): boolean {
  return url !== '' && !/^[a-z][a-z0-9+.-]+:/i.test(url) && !url.includes('://');
}

function asUrl(path: string): string {
  return path.replace(/[%?#]/g, (char) => encodeURIComponent(char));
}

function decode(rest: string, url: string): string {
  try {
    if (rest.startsWith('///')) return fileURLToPath(`file:${rest}`);
    const path = decodeURIComponent(rest);
    // `sqlite://app.db` is a common slip for `sqlite:app.db`: there is no host to be named.
    return path.startsWith('//') ? path.slice(2) : path;
  } catch (cause) {
    throw invalid(`${shown(url)} is not a valid URL`, 'Write a % in a file name as %25.', { cause });
  }
}

/** A URL as a message may show it: users and parameters, which may be secrets of another engine's URL, are left out. */
function shown(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@').replace(/[?#].*$/s, '?…');
}

function invalid(
  message: string,
  hint: string,
  { setting, cause }: { readonly setting?: string; readonly cause?: unknown } = {},
): SyncError {
  return new SyncError({
    code: 'CONFIG_INVALID',
    op: 'connect',
    message,
    hint,
    ...(setting !== undefined && { details: { setting } }),
    ...(cause !== undefined && { cause }),
  });
}
