import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a server of the family is told a setting; one without a value is a switch. */
export function mysqlFlag(name, value) {
  return [value === '' ? `--${name}` : `--${name}=${value}`];
}

/** It writes its number down once it listens; one that was killed leaves its own behind. */
export function mysqlIsReady(folder, pid) {
  return Number(readFileSync(join(folder, 'pid'), 'utf8')) === pid;
}
