import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { SyncError } from '../errors.js';
import { makeFolder, removeFolders } from './make-folder.js';
import { type SnapshotPlace, versionName, versionNamed } from './place.js';
import { type SnapshotOptions, snapshotsIn } from './snapshots-in.js';
import type { SnapshotStore } from './store.js';

/** Keeps snapshots as files, `KEY/000001.json`, that are written whole or not at all. Writers on several machines may share the folder. */
export function fileSnapshots(root: string, options: SnapshotOptions = {}): SnapshotStore {
  return snapshotsIn(filePlace(root), options);
}

function filePlace(root: string): SnapshotPlace {
  const label = (folder: string, version: number) => join(root, folder, versionName(version));
  return {
    label,
    folders: () => namesIn(root),
    versions: async (folder) => (await namesIn(join(root, folder))).flatMap((name) => versionNamed(name) ?? []),
    read: (folder, version) => readText(label(folder, version)),
    async publish(folder, version, text) {
      const made = await ensureFolder(join(root, folder));
      try {
        return await publish(join(root, folder), versionName(version), text);
      } catch (error) {
        await removeFolders(made);
        throw error;
      }
    },
  };
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
