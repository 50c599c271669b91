import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
const roomWanted = 4 * 1024 ** 3;

/** Where servers keep their data: in memory where there is room, since every test makes databases and drops them. `TMPDIR` decides where it is set. */
export function dataRoot() {
  return process.env.TMPDIR === undefined && hasRoom(memory) ? memory : tmpdir();
}

/** Every place where a server may have kept its data, for there may have been more room at the time. */
export function dataRoots() {
  return isThere(memory) ? [tmpdir(), memory] : [tmpdir()];
}

function hasRoom(folder) {
  if (!isThere(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= roomWanted;
}

function isThere(folder) {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
