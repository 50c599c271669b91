import { connect, createServer, type Socket } from 'node:net';

/** A network between a client and a server that can be cut. */
export interface Wire extends AsyncDisposable {
  readonly url: string;
  /** Drops everything that goes through it, as a firewall would. */
  cut(): void;
}

/** Stands between clients and a server, by another port. */
export async function wireTo(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((settle) => proxy.listen(0, '127.0.0.1', settle));
  const address = proxy.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: Object.assign(new URL(url), { port: String(own) }).href,
    cut,
    [Symbol.asyncDispose]: async () => {
      cut();
      await new Promise<void>((settle) => proxy.close(() => settle()));
    },
  };
}
