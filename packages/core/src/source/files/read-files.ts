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
  const paths = await listFolder(root, new Set());
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
    throw new SyncError({
      code: 'IO',
      op: 'source.compile',
      message: `${shown} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Check that the file may be read by this user.',
      cause,
    });
  }
}

/** The files of a schema in a folder. Links are followed; a folder or file that was seen under its real path already is not read twice, so a loop ends. */
export async function listFolder(folder: string, seen: Set<string>): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    const isLink = entry.isSymbolicLink();
    const isSchema = formatOf(entry.name) !== undefined;
    const kind: Dirent | Stats | undefined = isLink ? await stat(path).catch(() => undefined) : entry;
    if (kind?.isDirectory()) files.push(...(await listFolder(path, seen)));
    else if (!kind && isSchema)
      throw sourceNotFound(`${path} is a link to something that is not there`, 'Mend or remove the link.');
    else if (kind?.isFile() && isSchema) {
      const target = await realpath(path);
      if (seen.has(target)) continue;
      seen.add(target);
      files.push(path);
    }
  }
  return files;
}

async function notThere(root: string, path: string, directory: string, cause: unknown): Promise<never> {
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
