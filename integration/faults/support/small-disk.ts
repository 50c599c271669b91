import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TestContext } from 'vitest';

/** A disk of few megabytes, which can become smaller and larger. */
export interface SmallDisk extends Disposable {
  readonly folder: string;
  /** Leaves so many megabytes free. */
  leave(megabytes: number): void;
}

/** Mounts a disk of so many megabytes for the server whose folder it is in; absent where nobody may mount one. */
export function mountSmall(folder: string, megabytes: number, skip: TestContext['skip']): SmallDisk {
  if (!existsSync(folder)) mkdirSync(folder);
  const size = `size=${megabytes}m`;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]);
  if (mounted.status !== 0) return skip('absent: a small disk, which only root can mount');
  const { uid, gid, mode } = statSync(dirname(folder));
  chownSync(folder, uid, gid);
  chmodSync(folder, mode & 0o777);
  return {
    folder,
    leave: (free) => {
      const { blocks, bfree, bsize } = statfsSync(folder);
      spawnSync('mount', ['-o', `remount,size=${(blocks - bfree) * bsize + free * 1024 ** 2}`, folder]);
    },
    [Symbol.dispose]: () => {
      // The server may still have it open.
      spawnSync('umount', ['--lazy', folder]);
    },
  };
}
