import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { SyncError } from '../errors.js';
import { byCodeUnit } from '../model/address.js';
import { makeFolder, removeFolders } from './make-folder.js';
import { decodeKey, encodeKey } from './snapshot-key.js';
import type { SnapshotStore, SnapshotVersion } from './store.js';
import { damagedIsAbsent, readSnapshotText, snapshotText } from './stored-snapshot.js';

/** Settings of a store of files. */
export interface FileSnapshotOptions {
  readonly clock?: () => Date;
}

const versionName = /^(\d{6,})\.json$/;

/** Keeps snapshots as files, `KEY/000001.json`, that are written whole or not at all. Writers on several machines may share the folder. */
export function fileSnapshots(folder: string, { clock = () => new Date() }: FileSnapshotOptions = {}): SnapshotStore {
  const folderOf = (key: string) => join(folder, encodeKey(key));

  async function versionsOf(key: string): Promise<readonly number[]> {
    const names = await namesIn(folderOf(key));
    return names
      .flatMap((name) => Number(versionName.exec(name)?.[1] ?? []))
      .filter((version) => version > 0)
      .sort((a, b) => a - b);
  }

  async function load(key: string, version: number) {
    const file = join(folderOf(key), fileName(version));
    return readSnapshotText(await readText(file), file);
  }

  async function describe(key: string, version: number): Promise<SnapshotVersion> {
    const { snapshot, savedAt } = await load(key, version);
    return { key, version, root: snapshot.root, savedAt };
  }

  return {
    async read(key, version) {
      const versions = await versionsOf(key);
      const wanted = version ?? versions.at(-1);
      return wanted !== undefined && versions.includes(wanted) ? (await load(key, wanted)).snapshot : undefined;
    },

    async write(key, snapshot) {
      const made = await ensureFolder(folderOf(key));
      try {
        for (;;) {
          const newest = (await versionsOf(key)).at(-1) ?? 0;
          const kept = newest > 0 ? await load(key, newest).catch(damagedIsAbsent) : undefined;
          if (kept && kept.snapshot.content === snapshot.content && kept.snapshot.driver === snapshot.driver) {
            return { key, version: newest, root: snapshot.root, savedAt: kept.savedAt };
          }
          const savedAt = clock().toISOString();
          if (await publish(folderOf(key), fileName(newest + 1), snapshotText(snapshot, savedAt))) {
            return { key, version: newest + 1, root: snapshot.root, savedAt };
          }
        }
      } catch (error) {
        await removeFolders(made);
        throw error;
      }
    },

    async list(key) {
      const keys =
        key === undefined ? (await namesIn(folder)).flatMap((name) => decodeKey(name) ?? []).sort(byCodeUnit) : [key];
      const lists = keys.map(async (each) =>
        Promise.all((await versionsOf(each)).map((version) => describe(each, version))),
      );
      return (await Promise.all(lists)).flat();
    },
  };
}

function fileName(version: number): string {
  return `${String(version).padStart(6, '0')}.json`;
}

async function ensureFolder(folder: string): Promise<readonly string[]> {
  try {
    return await makeFolder(folder);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw unreadable(folder, error);
  }
}

/** Writes beside, then links under the final name, which fails where another writer was first: readers see all of a version or none of it. */
async function publish(folder: string, name: string, text: string): Promise<boolean> {
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    await writeDurably(draft, text);
    await link(draft, join(folder, name));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unreadable(join(folder, name), error);
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}

function unreadable(path: string, cause: unknown): SyncError {
  return new SyncError({
    code: 'IO',
    op: 'snapshot',
    message: `the snapshot store cannot use ${path}`,
    cause,
    hint:
      codeOf(cause) === 'ENOSPC' || codeOf(cause) === 'EDQUOT'
        ? 'There is no room left: free some, or keep the snapshots elsewhere. Nothing was kept of this one.'
        : 'Check that the folder is there, writable, and on a file system with hard links.',
  });
}
