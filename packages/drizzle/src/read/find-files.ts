import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { byCodeUnit, SyncError } from '@sync/core';
import { programInvalid } from '../sql/invalid.js';
import type { Casing } from '../sql/language.js';

/** The files of a program, and what is said of them behind a question mark. */
export interface ProgramFiles {
  readonly files: readonly { readonly path: string; readonly shown: string }[];
  readonly casing: Casing | undefined;
}

const isModule = /\.[cm]?[jt]s$/i;
const isOther = /\.d\.[cm]?ts$|\.(?:test|spec)\.[cm]?[jt]s$/i;

/** Finds the file or the folder of files that a source names: `./schema.ts`, `./schema?casing=snake_case`. */
export async function findFiles(source: string, directory: string): Promise<ProgramFiles> {
  const [, path = source, casing] = /^(.*?)(?:\?casing=([^?]*))?$/s.exec(source) ?? [];
  if (casing !== undefined && casing !== 'snake_case' && casing !== 'camelCase')
    throw programInvalid(source, `there is no casing ${casing}`, 'Write ?casing=snake_case or ?casing=camelCase.');
  const root = resolve(directory, path);
  const found = await stat(root).catch((cause: unknown) => {
    throw new SyncError({
      code: 'SOURCE_NOT_FOUND',
      op: 'source.compile',
      message: `${path} is not there`,
      hint: 'Behind `drizzle:` stands the file that declares the tables, or a folder of such files.',
      cause,
    });
  });
  const paths = found.isDirectory() ? await modulesIn(root) : [root];
  if (paths.length === 0)
    throw programInvalid(
      path,
      'the folder holds no TypeScript or JavaScript',
      'Name the folder that declares the tables.',
    );
  return { files: paths.map((each) => ({ path: each, shown: shownPath(each, directory) })), casing };
}

async function modulesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await modulesIn(path)));
    else if (isModule.test(entry.name) && !isOther.test(entry.name)) found.push(path);
  }
  return found;
}

/** A path as messages show it. */
function shownPath(path: string, directory: string): string {
  const inside = relative(directory, path);
  return (inside.startsWith('..') || isAbsolute(inside) ? path : inside).replaceAll('\\', '/');
}
