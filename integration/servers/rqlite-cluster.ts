import { setTimeout } from 'node:timers/promises';
import { raftPort } from './engines/rqlite.mjs';
import { freePort } from './launch.mjs';
import { type OwnServer, startOwnServer } from './own-server.mjs';

/** Three nodes of one cluster, which asks for a password. */
export interface RqliteCluster extends AsyncDisposable {
  readonly nodes: readonly OwnServer[];
  /** The URL with all nodes in it, the given one first. */
  url(first?: OwnServer): string;
  /** The node that leads, once one does. */
  leader(): Promise<OwnServer>;
}

const accounts = JSON.stringify([{ username: 'ada', password: 'right', perms: ['all'] }]);
const authorization = `Basic ${Buffer.from('ada:right').toString('base64')}`;

/** Starts a cluster of three, with these settings beside those that it takes; or says why there is none. */
export async function startRqliteCluster(
  settings: Readonly<Record<string, string>> = {},
): Promise<RqliteCluster | { readonly absent: string }> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const started = await Promise.all(ports.map((port) => startNode(port, ports, settings)));
  const nodes: OwnServer[] = [];
  for (const node of started) {
    if ('absent' in node) return node;
    nodes.push(node);
  }
  const cluster: RqliteCluster = {
    nodes,
    url: (first) => {
      const ordered = first ? [first, ...nodes.filter((node) => node !== first)] : nodes;
      return `rqlite://ada:right@${ordered.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
    },
    leader: () => leaderAmong(nodes),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()));
    },
  };
  await cluster.leader();
  return cluster;
}

function startNode(port: number, ports: readonly number[], more: Readonly<Record<string, string>>) {
  return startOwnServer('rqlite', {
    port,
    settings: {
      auth: '{folder}/accounts.json',
      'bootstrap-expect': String(ports.length),
      join: ports.map((each) => `127.0.0.1:${raftPort(each)}`).join(','),
      'join-as': 'ada',
      'join-interval': '200ms',
      ...more,
    },
    files: { 'accounts.json': accounts },
  });
}

/** The one that answers, at a moment at which it has heard of most of the others, that it leads. */
async function leaderAmong(nodes: readonly OwnServer[]): Promise<OwnServer> {
  for (let left = 300; left > 0; left--) {
    for (const node of nodes) if (await leads(node)) return node;
    await setTimeout(100);
  }
  throw new Error('no node leads');
}

async function leads({ port }: OwnServer): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/db/query?level=strong&redirect&q=SELECT%201`, {
      headers: { authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(1000),
    });
    return reply.status === 200 && !(await reply.text()).includes('"error"');
  } catch {
    return false;
  }
}
