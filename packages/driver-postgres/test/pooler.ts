import { connect, createServer, type Server } from 'node:net';

/** Stands between clients and a real server and hands out numbers of its own for cancelling, which is what every pooler does. */
export async function poolerBefore(url: string): Promise<AsyncDisposable & { readonly url: string }> {
  const { hostname, port } = new URL(url);
  const proxy: Server = createServer((client) => {
    const server = connect(Number(port), hostname);
    let begun = Buffer.alloc(0);
    let done = false;
    client.pipe(server);
    server.on('data', (chunk) => {
      if (done) return client.write(chunk);
      begun = Buffer.concat([begun, chunk]);
      const at = keyAt(begun);
      if (at === undefined) return true;
      begun.writeInt32BE(begun.readInt32BE(at) ^ 0x5a5a, at);
      done = true;
      return client.write(begun);
    });
    server.on('close', () => client.destroy());
    for (const socket of [client, server]) socket.on('error', () => {});
  });
  await new Promise<void>((settle) => proxy.listen(0, '127.0.0.1', settle));
  const address = proxy.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { port: String(own), search: '?sslmode=disable' }).href,
    [Symbol.asyncDispose]: () => new Promise<void>((settle) => proxy.close(() => settle())),
  };
}

/** Where the number stands in BackendKeyData. https://www.postgresql.org/docs/current/protocol-message-formats.html */
function keyAt(bytes: Buffer): number | undefined {
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if (bytes[at] === 'K'.charCodeAt(0)) return at + 9 <= bytes.length ? at + 5 : undefined;
  }
  return undefined;
}
