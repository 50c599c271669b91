import { resolve } from 'node:path';
import { SyncError } from '../errors.js';
import { decodeText } from '../source/files/decode.js';
import { readFiles } from '../source/files/read-files.js';
import type { Layout, MigrationFile } from './layout.js';
import { layoutOf } from './layouts.js';
import type { Script } from './script.js';

/** A folder of migrations, with the layout that it has. */
export interface Migrations {
  readonly folder: string;
  readonly layout: Layout;
  /** In the order in which they run. */
  readonly scripts: readonly Script[];
}

/** Reads a folder of migrations; its layout is the one that is named, or the one that it is recognised by. */
export async function readMigrations(folder: string, directory: string, layout?: string): Promise<Migrations> {
  const root = resolve(directory, folder);
  const found = await readFiles(root, root);
  const files = found.map(({ path, bytes }): MigrationFile => ({ path, bytes, text: decodeText(bytes, path) }));
  const known = layoutOf(files, folder, layout);
  const scripts = known.read(files);
  refuseTwice(scripts);
  return { folder, layout: known, scripts };
}

function refuseTwice(scripts: readonly Script[]): void {
  const seen = new Map<string, string>();
  for (const { id, path } of scripts) {
    const other = seen.get(id);
    if (other !== undefined)
      throw new SyncError({
        code: 'SOURCE_INVALID',
        op: 'migrate',
        message: `${other} and ${path} are both version ${id}`,
        hint: 'Give one of them another: a database can note only one.',
      });
    seen.set(id, path);
  }
}
