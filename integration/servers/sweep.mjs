import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataRoots } from './data-root.mjs';
import { isAlive } from './is-alive.mjs';

/** What the data folders of servers begin with. */
export const folderPrefix = 'schema-sync-server-';

/** Stops and removes what a keeper left behind that was killed so hard that it could not do so itself. */
export function sweep() {
  const folders = dataRoots().flatMap((root) =>
    readdirSync(root).flatMap((name) => (name.startsWith(folderPrefix) ? [join(root, name)] : [])),
  );
  for (const folder of folders) {
    try {
      const keeper = numberIn(join(folder, 'keeper.pid'));
      if (keeper === undefined || isAlive(keeper)) continue;
      const server = numberIn(join(folder, 'server.pid'));
      if (server !== undefined && isServerOf(server, folder)) process.kill(server, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // It belongs to another user, or to another sweep.
    }
  }
}

/** A process number may be another's by now, so its command line must name the folder. */
function isServerOf(pid, folder) {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, 'utf8').includes(`${folder}/`);
}

function numberIn(file) {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}
