import { randomBytes } from 'node:crypto';
import { open, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SyncError } from '../errors.js';
import { makeFolder, removeFolders } from '../snapshot/make-folder.js';

/** A file that is written and does not have its name yet. */
export interface Draft {
  /** Gives it its name, in place of what had that. */
  keep(): Promise<void>;
  /** Takes it away, with the folders that were made for it. */
  discard(): Promise<void>;
}

/** Writes a file whole or not at all: beside it first, then under its name. Only this user may read it. What is no file, such as a pipe, is written as it is. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) {
    await writeFile(file, text).catch((cause: unknown) => Promise.reject(cannotWrite(file, cause)));
    return;
  }
  const draft = await writeDraft(file, text, 0o600);
  await draft.keep();
}

/** Writes what is to be a file beside it, for those to read whom the mode names. */
export async function writeDraft(file: string, text: string, mode: number): Promise<Draft> {
  const path = join(dirname(file), `.${randomBytes(6).toString('hex')}.tmp`);
  let made: readonly string[] = [];
  const discard = async () => {
    await unlink(path).catch(() => undefined);
    await removeFolders(made);
  };
  const failed = async (cause: unknown) => {
    await discard();
    throw cannotWrite(file, cause);
  };
  try {
    made = await makeFolder(dirname(file));
    const handle = await open(path, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    await failed(cause);
  }
  return { keep: () => rename(path, file).catch(failed), discard };
}

function cannotWrite(file: string, cause: unknown): SyncError {
  return new SyncError({
    code: 'IO',
    op: 'write',
    message: `${file} cannot be written`,
    cause,
    hint: 'Check that the folder is writable and the disk has room.',
  });
}

/** Refuses to write over a file that is there and holds anything but an earlier one of its sort, which has these keys. */
export async function refuseOtherFile(file: string, what: string, keys: readonly string[]): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (!there?.isFile() || there.size === 0) return;
  const held = await readFile(file, 'utf8').then(parsed, () => undefined);
  if (keys.every((key) => held?.[key] !== undefined)) return;
  throw new SyncError({
    code: 'USAGE',
    op: 'write',
    message: `${file} is there already, and is no ${what}`,
    hint: 'Name another file with -o, or remove this one first if it is not needed any more.',
  });
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file that must not be there yet; undefined means that it was. */
export async function writeNew(file: string, text: string): Promise<true | undefined> {
  let made: readonly string[] = [];
  try {
    made = await makeFolder(dirname(file));
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
    } catch (error) {
      // Half a file would be taken for one that was there.
      await unlink(file).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    await removeFolders(made);
    throw new SyncError({
      code: 'IO',
      op: 'write',
      message: `${file} cannot be written`,
      cause,
      hint: 'Check that the folder is writable and the disk has room.',
    });
  }
}

/** Reads a file that the user named. */
export async function readGiven(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SyncError({
      code: 'NOT_FOUND',
      op: 'read',
      message: `the ${what} ${file} cannot be read`,
      cause,
      hint: 'Check the path.',
    });
  }
}
