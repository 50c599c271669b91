import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from './is-alive.mjs';

/** Shared by all checkouts of a user. Root's is where the user can read that it runs servers as. */
function cacheFolder() {
  if (process.env.SYNC_TEST_CACHE) return process.env.SYNC_TEST_CACHE;
  if (process.getuid?.() === 0) return '/var/cache/schema-sync/servers';
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'schema-sync/servers');
}

/**
 * The folder that `build(folder)` fills, made once for each recipe: it is built beside and renamed when it is whole, so that a folder that is there is finished.
 * One process builds at a time; who comes second finds it done.
 */
export async function cached(name, recipe, build) {
  const hash = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `${name}-${hash}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder(), { recursive: true });
  const release = await lock(`${folder}.lock`);
  const beside = `${folder}.${randomUUID().slice(0, 8)}`;
  const umask = process.umask(0o022);
  try {
    if (existsSync(folder)) return folder;
    mkdirSync(beside);
    await build(beside);
    chmodSync(beside, 0o755);
    renameSync(beside, folder);
    return folder;
  } finally {
    process.umask(umask);
    rmSync(beside, { recursive: true, force: true });
    release();
  }
}

/** Saves double work only: if a lock is ever taken twice, the rename still lets one result win. */
async function lock(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await setTimeout(200);
  }
}

function isAbandoned(file) {
  try {
    return !isAlive(Number(readFileSync(file, 'utf8')));
  } catch {
    return false;
  }
}
