import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Passes on what clients and a PostgreSQL say to each other, and counts connections, statements and bytes. */
export async function countingProxy(url) {
  const { hostname, port } = new URL(url);
  const counted = { connections: 0, statements: 0, bytes: 0 };
  const sockets = new Set();
  const server = createServer((client) => {
    counted.connections++;
    const there = connect(Number(port), hostname);
    const count = statementCounter(() => counted.statements++);
    client.on('data', (chunk) => {
      counted.bytes += chunk.length;
      count(chunk);
    });
    there.on('data', (chunk) => {
      counted.bytes += chunk.length;
    });
    for (const [one, other] of [
      [client, there],
      [there, client],
    ]) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    counted,
    url: Object.assign(new URL(url), { host: `127.0.0.1:${server.address().port}` }).href,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Reads no more of what a client says than where its messages begin: https://www.postgresql.org/docs/current/protocol-message-formats.html */
function statementCounter(onStatement) {
  // The first message has no type.
  let head = Buffer.from('-');
  let skip = 0;
  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (skip > 0) {
        const passed = Math.min(skip, rest.length);
        skip -= passed;
        rest = rest.subarray(passed);
        continue;
      }
      const taken = Math.min(5 - head.length, rest.length);
      head = Buffer.concat([head, rest.subarray(0, taken)]);
      rest = rest.subarray(taken);
      if (head.length < 5) return;
      // A statement by itself, or one that was sent ahead with its values.
      if (head[0] === 0x51 || head[0] === 0x45) onStatement();
      skip = head.readUInt32BE(1) - 4;
      head = Buffer.alloc(0);
    }
  };
}
