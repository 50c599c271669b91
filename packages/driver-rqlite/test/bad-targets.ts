import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BadTargets, TestTarget } from '@sync/testkit';
import { startOwnServer } from '../../../integration/servers/own-server.mjs';

const soon = 'timeoutMs=500';

/** The ways in which a cluster is not to be had, on real servers. */
export const badTargets: BadTargets = {
  unreachable: () => ({ url: `rqlite://127.0.0.1:1?${soon}` }),
  credentials: async () => {
    const accounts = JSON.stringify([{ username: 'ada', password: 'right', perms: ['all'] }]);
    const node = await own({ settings: { auth: '{folder}/accounts.json' }, files: { 'accounts.json': accounts } });
    return { ...node, url: node.url.replace('//', '//ada:wr0ng-secret@') };
  },
  // A node that waits for two others has no database yet.
  missing: () => own({ settings: { 'bootstrap-expect': '3', join: '127.0.0.1:1,127.0.0.1:2,127.0.0.1:3' } }),
  foreign: async () => {
    const server = createServer((_request, response) => response.end('Dear reader, this is no database.'));
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const { port } = server.address() as AddressInfo;
    return { url: `rqlite://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
  },
};

async function own(options: Parameters<typeof startOwnServer>[1]): Promise<TestTarget> {
  const node = await startOwnServer('rqlite', options);
  if ('absent' in node) throw new Error(node.absent);
  return { url: `${node.url}?${soon}`, [Symbol.asyncDispose]: async () => node[Symbol.asyncDispose]() };
}
