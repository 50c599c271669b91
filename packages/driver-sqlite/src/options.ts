import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConnectionInput, nearest, SyncError } from '@sync/core';

/** What a connection to a SQLite database is made from. */
export interface SqliteOptions {
  /** An absolute path, or `:memory:`. */
  readonly path: string;
  /** How long to wait for whoever holds the file or its lock, where the caller does not say. */
  readonly lockWaitMs: number;
  /** Whether a file that is not there may be made. */
  readonly create: boolean;
}

const settingNames = ['lockWaitMs', 'create'] as const;

/** Validates what the user gave: `sqlite:./app.db`, `sqlite:///var/app.db?lockWaitMs=500`, `sqlite::memory:`. Settings beside the URL come before those in it. */
export function readOptions(input: ConnectionInput): SqliteOptions {
  const mark = /^sqlite:/i.test(input.url) ? input.url.indexOf('?') : -1;
  const url = mark < 0 ? input.url : input.url.slice(0, mark);
  const settings = { ...(mark < 0 ? {} : readParameters(input.url.slice(mark + 1))), ...input.settings };
  for (const name of Object.keys(settings)) {
    if ((settingNames as readonly string[]).includes(name)) continue;
    const near = nearest(name, settingNames);
    throw invalid(
      `sqlite has no setting ${name}`,
      near
        ? `Did you mean ${near}?`
        : `There are: ${settingNames.join(', ')}. In a file name, write ? as %3F and # as %23.`,
      { setting: name },
    );
  }
  const { lockWaitMs = 10_000, create = true } = settings;
  if (typeof lockWaitMs !== 'number' || !Number.isInteger(lockWaitMs) || lockWaitMs < 0 || lockWaitMs > 2 ** 31 - 1) {
    throw invalid('lockWaitMs must be a number of milliseconds', 'For example: lockWaitMs: 5000.', {
      setting: 'lockWaitMs',
    });
  }
  if (typeof create !== 'boolean')
    throw invalid('create must be true or false', 'For example: create: false.', { setting: 'create' });
  return { path: readPath({ ...input, url }), lockWaitMs, create };
}

/** Text that is neither a number nor a flag stays text, and is refused with what it should be. */
function readParameters(query: string): Readonly<Record<string, unknown>> {
  const value = (text: string) => {
    if (text === 'true' || text === 'false') return text === 'true';
    return /^\d+$/.test(text) ? Number(text) : text;
  };
  return Object.fromEntries([...new URLSearchParams(query)].map(([name, text]) => [name, value(text)]));
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
  if (rest.includes('#')) throw invalid(`${shown(url)} has a fragment`, 'In a file name, write # as %23.');
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
