import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** How a server of the family is told a setting; one without a value is a switch. */
export function mysqlFlag(name, value) {
  return [value === '' ? `--${name}` : `--${name}=${value}`];
}

/** It writes its number down before it is done with its settings; then it speaks first, whoever comes. One that was killed leaves its number behind. */
export async function mysqlIsReady(folder, { pid, port }) {
  if (Number(readFileSync(join(folder, 'pid'), 'utf8')) !== pid) return false;
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } finally {
    socket.destroy();
  }
}
