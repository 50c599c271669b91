import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { SyncError } from '../../errors.js';
import { byCodeUnit } from '../../model/address.js';
import { nearest } from '../../nearest.js';
import { sourceInvalid, sourceNotFound } from '../invalid.js';
import { formatOf, isHidden, type SourceFile } from './source-file.js';

/** Well below the number of files that a process may have open. */
const openAtOnce = 32;

/** Reads a file, or a folder of files in the order of their paths. */
export async function readFiles(path: string, directory: string): Promise<readonly SourceFile[]> {
  const root = resolve(directory, path);
  const found = await stat(root).catch((cause: unknown) => notThere(root, path, directory, cause));
  if (!found.isDirectory()) return [await readSourceFile(root, directory, formatOf(root) ?? 'sql')];
  const paths = await listFolder(root, new Set(), (file) => shownPath(file, directory));
  if (paths.length === 0) {
    throw sourceInvalid(path, 'the folder holds no .sql, .yaml, .yml or .json file', {
      hint: 'Name the folder that holds the schema. An empty schema is said in a file: `-- @empty` in one of SQL, `# @empty` in YAML.',
    });
  }
  const files: SourceFile[] = [];
  for (let at = 0; at < paths.length; at += openAtOnce) {
    const some = paths.slice(at, at + openAtOnce);
    files.push(...(await Promise.all(some.map((file) => readSourceFile(file, directory, formatOf(file) ?? 'sql')))));
  }
  return files;
}

/** A path as messages show it. */
function shownPath(path: string, directory: string): string {
  const inside = relative(directory, path);
  const shown = inside.startsWith('..') || isAbsolute(inside) ? path : inside || '.';
  return shown.replaceAll('\\', '/');
}

async function readSourceFile(path: string, directory: string, format: SourceFile['format']): Promise<SourceFile> {
  const shown = shownPath(path, directory);
  try {
    return { path: shown, format, bytes: await readFile(path) };
  } catch (cause) {
    throw unreadable(shown, cause);
  }
}

function unreadable(shown: string, cause: unknown): SyncError {
  return new SyncError({
    code: 'IO',
    op: 'source.compile',
    message: `${shown} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'Check that it may be read by this user.',
    cause,
  });
}

function isCircle(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOOP';
}

/** The files of a schema in a folder. Links are followed; a folder or file that was seen under its real path already is not read twice, so a loop ends. */
export async function listFolder(
  folder: string,
  seen: Set<string>,
  shown: (path: string) => string = (path) => path,
): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) =>
    Promise.reject(unreadable(shown(folder), cause)),
  );
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    const isLink = entry.isSymbolicLink();
    const isSchema = formatOf(entry.name) !== undefined;
    const kind: Dirent | Stats | 'circle' | undefined = isLink
      ? await stat(path).catch((error: unknown) => (isCircle(error) ? 'circle' : undefined))
      : entry;
    if (kind === 'circle' || !kind) {
      if (!isSchema) continue;
      const where = kind === 'circle' ? 'that leads to itself' : 'to something that is not there';
      throw sourceNotFound(`${shown(path)} is a link ${where}`, 'Mend or remove the link.');
    }
    if (kind.isDirectory()) files.push(...(await listFolder(path, seen, shown)));
    else if (!kind.isFile() && isSchema)
      throw sourceInvalid(shown(path), 'this is no file but a pipe, a socket or a device', {
        hint: 'A folder is read whole: remove it, or give it another ending. What comes through a pipe is named by itself, or as `-`.',
      });
    else if (isSchema) {
      const target = await realpath(path);
      if (seen.has(target)) continue;
      seen.add(target);
      files.push(path);
    }
  }
  return files;
}

async function notThere(root: string, path: string, directory: string, cause: unknown): Promise<never> {
  if (isCircle(cause))
    throw sourceNotFound(`${path} is a link that leads to itself`, 'Mend or remove the link.', cause);
  let parent = dirname(root);
  let missing = basename(root);
  let siblings = await names(parent);
  while (!siblings && dirname(parent) !== parent) {
    missing = basename(parent);
    parent = dirname(parent);
    siblings = await names(parent);
  }
  const close = nearest(missing, siblings ?? []);
  throw sourceNotFound(
    `${path} is not there`,
    close
      ? `Did you mean ${shownPath(join(parent, close), directory)}?`
      : 'A source is a file or folder of SQL or YAML, the URL of a database, a snapshot file, `snapshot:KEY`, `git:REV:path`, or `-` for SQL on stdin.',
    cause,
  );
}

function names(folder: string): Promise<readonly string[] | undefined> {
  return readdir(folder).catch(() => undefined);
}
