import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder where it is missing, folder by folder, and gives those that it made: where the kernel lets nobody make one, as in `/proc`, Node's own `recursive`
 * never comes to an end. Where it fails nothing is left.
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return [];
  const parent = dirname(folder);
  const made = parent === folder ? [] : await makeFolder(parent);
  try {
    await mkdir(folder);
    return [...made, folder];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return made;
    await removeFolders(made);
    throw error;
  }
}

/** Takes folders that were made for nothing away again; what somebody else has put something into stays. */
export async function removeFolders(made: readonly string[]): Promise<void> {
  for (const folder of made.toReversed()) await rmdir(folder).catch(() => undefined);
}
