import { rmSync } from 'node:fs';
import { type DropRequest, SyncError } from '@sync/core';
import { identityOf } from './identity.js';
import { lockDatabase } from './lock.js';
import { openFile } from './open.js';
import type { SqliteOptions } from './options.js';
import { patiently } from './patience.js';

/** Removes a database with what SQLite keeps beside it, once nobody writes to it. What is beside goes first: it must not be found by a file that comes to be called so. */
export async function dropFile(options: SqliteOptions, { signal, lock }: DropRequest = {}): Promise<void> {
  const { path, lockWaitMs: waitMs } = options;
  if (path === ':memory:')
    throw new SyncError({
      code: 'CAPABILITY_MISSING',
      op: 'drop',
      message: 'a database in memory goes with its connection',
      hint: 'Name a file.',
    });
  const patience = { waitMs, ...(signal && { signal }) };
  const native = await openFile(options, { access: 'write', make: false, ...patience });
  try {
    await using _ = lock && (await lockDatabase(path, options, lock.name, { ...patience, ...lock }));
    await patiently(() => native.exec('BEGIN EXCLUSIVE'), 'drop', patience);
    const real = identityOf(path);
    for (const beside of ['-wal', '-shm', '-journal', '']) rmSync(`${real}${beside}`, { force: true });
    rmSync(path, { force: true });
  } finally {
    native.close();
  }
}
