import { connect, createServer, type Socket } from 'node:net';

/** A network between a client and a server that can be cut, or fall silent. */
export interface Wire extends AsyncDisposable {
  readonly url: string;
  /** Drops everything that goes through it, as a firewall would. */
  cut(): void;
  /** Swallows what goes through the connections that there are, and those that come where nobody is to come through; nobody is told. */
  swallow(whose: 'theirs' | 'everybody’s'): void;
}

/** Stands between clients and a server, by another port. */
export async function wireTo(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const swallowed = new WeakSet<Socket>();
  let isOver = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    if (isOver) swallowed.add(client);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        if (swallowed.has(client)) return;
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (data) => swallowed.has(client) || server.write(data));
    server.on('data', (data) => swallowed.has(client) || client.write(data));
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
    swallow: (whose) => {
      for (const socket of sockets) swallowed.add(socket);
      isOver = whose === 'everybody’s';
    },
    [Symbol.asyncDispose]: async () => {
      cut();
      await new Promise<void>((settle) => proxy.close(() => settle()));
    },
  };
}
