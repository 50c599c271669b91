import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestTarget } from '@sync/testkit';

/** A database in a folder of its own. */
export async function openFolder(): Promise<TestTarget> {
  const directory = await mkdtemp(join(tmpdir(), 'schema-sync-golden-'));
  return { url: 'sqlite:./golden.db', directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
}
