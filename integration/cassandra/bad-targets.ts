import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BadTargets } from '@sync/testkit';
import { askCassandra } from '../servers/fresh-cassandra-database.js';
import { realServer } from '../servers/real-server.js';

const soon = 'connectTimeoutMs=1500';

function serverUrl(): string {
  const server = realServer('cassandra-5');
  if ('absent' in server) throw new Error(server.absent);
  return server.url;
}

/** The ways in which a keyspace is not to be had, on a real server. */
export const badTargets: BadTargets = {
  unreachable: () => ({ url: `cassandra://127.0.0.1:1/app?${soon}` }),
  credentials: () => ({ url: `${serverUrl().replace(/\/\/[^@]*@/, '//ada:wr0ng-secret@')}/app?${soon}` }),
  missing: async () => {
    await askCassandra(5, "CREATE ROLE IF NOT EXISTS sync_test_guest WITH PASSWORD = 'r1ght-secret' AND LOGIN = true");
    const url = serverUrl().replace(/\/\/[^@]*@/, '//sync_test_guest:r1ght-secret@');
    return { url: `${url}/nobody_made_this?${soon}` };
  },
  foreign: async () => {
    const server = createServer((_request, response) => response.end('Dear reader, this is no database.'));
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const { port } = server.address() as AddressInfo;
    return {
      url: `cassandra://127.0.0.1:${port}/app?${soon}`,
      [Symbol.asyncDispose]: async () => void server.close(),
    };
  },
};
