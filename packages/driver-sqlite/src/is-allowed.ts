import { accessSync } from 'node:fs';

/** Whether this user may do that with a file or folder: one of `fs.constants`. */
export function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
