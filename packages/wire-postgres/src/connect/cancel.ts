import { once } from 'node:events';
import { connect as connectTo, type Socket } from 'node:net';
import { type ConnectionOptions, connect as secure } from 'node:tls';
import type pg from 'pg';
import type { Opened } from './opened.js';

/** Codes of the protocol. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const cancelCode = 80_877_102;
const tlsCode = 80_877_103;
const patienceMs = 10_000;

/** What a server or a pooler hands out for cancelling: the number of the session, and what proves that it is ours. */
interface Key {
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/** The number that stands in a session's key; a pooler gives one of its own. */
export function keyNumber(client: pg.Client): number | null {
  return (client as pg.Client & Key).processID;
}

/** Asks the server to cancel what a session is at, over a connection that needs neither a password nor a free session. Resolves when the request was heard. */
export async function requestCancel({ client, options, ssl }: Opened): Promise<void> {
  const { processID, secretKey } = client as pg.Client & Key;
  if (processID === null || secretKey === null) return;
  const [{ name, address, port }] = options.hosts;
  const place = address ?? name;
  const socket = place.startsWith('/') ? connectTo(`${place}/.s.PGSQL.${port}`) : connectTo(port, place);
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('the request to cancel was not answered')));
  // What goes wrong is told by what is waited for.
  socket.on('error', () => {});
  try {
    await once(socket, 'connect');
    const wire = ssl === false ? socket : await secured(socket, place, ssl, options.tls.direct);
    const closed = once(wire, 'close');
    wire.resume();
    // Not ended on our side: PgBouncer takes that for the end of the session that is to be cancelled.
    wire.write(message(cancelCode, processID, secretKey));
    // The server closes it when the session has been told.
    await closed;
  } finally {
    socket.destroy();
  }
}

async function secured(socket: Socket, host: string, ssl: ConnectionOptions, direct: boolean): Promise<Socket> {
  if (!direct) {
    socket.write(message(tlsCode));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (answer.toString('latin1') !== 'S') throw new Error('the server has no TLS any more');
  }
  const wire = secure({ ...ssl, socket, host, ...(direct && { ALPNProtocols: ['postgresql'] }) });
  await once(wire, 'secureConnect');
  return wire;
}

function message(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * numbers.length);
  bytes.writeInt32BE(bytes.length, 0);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(number, 4 + 4 * index);
  return bytes;
}
