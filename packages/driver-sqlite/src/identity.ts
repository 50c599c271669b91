import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The file itself, by whichever links it is reached; of one that is not there, where it would be. */
export function identityOf(path: string): string {
  if (path === ':memory:') return path;
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(identityOf(folder), basename(path));
  }
}
