import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { raftPort } from './engines/rqlite.mjs';
import { freePort } from './launch.mjs';
import { type OwnServer, startOwnServer } from './own-server.mjs';
import { PartedNetwork } from './parted-network.js';

/** Three nodes of one cluster, which asks for a password. */
export interface RqliteCluster extends AsyncDisposable {
  readonly nodes: readonly OwnServer[];
  /** The URL with all nodes in it, the given one first. */
  url(first?: OwnServer): string;
  /** The node that leads, once one does. */
  leader(): Promise<OwnServer>;
  /** Has a node and the others hear nothing of each other until it is healed; clients reach all of them. */
  part(node: OwnServer): void;
  heal(): void;
}

const accounts = JSON.stringify([{ username: 'ada', password: 'right', perms: ['all'] }]);
const authorization = `Basic ${Buffer.from('ada:right').toString('base64')}`;

/** Starts a cluster of three, with these settings beside those that it takes; or says why there is none. */
export async function startRqliteCluster(
  settings: Readonly<Record<string, string>> = {},
): Promise<RqliteCluster | { readonly absent: string }> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const nodes: OwnServer[] = [];
  const speakers = ports.map((port) => ({
    port: raftPort(port),
    pid: () => pidOf(nodes.find((node) => node.port === port)),
  }));
  const network = await PartedNetwork.open(speakers);
  const doors = speakers.map((speaker) => network.portOf(speaker));
  const started = await Promise.all(ports.map((port, i) => startNode(port, doors[i] ?? 0, doors, settings)));
  for (const node of started) {
    if ('absent' in node) {
      await network[Symbol.asyncDispose]();
      return node;
    }
    nodes.push(node);
  }
  const cluster: RqliteCluster = {
    nodes,
    url: (first) => {
      const ordered = first ? [first, ...nodes.filter((node) => node !== first)] : nodes;
      return `rqlite://ada:right@${ordered.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
    },
    leader: () => leaderAmong(nodes),
    part: (node) => {
      const speaker = speakers.find(({ port }) => port === raftPort(node.port));
      if (speaker) network.part(speaker);
    },
    heal: () => network.heal(),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()));
      await network[Symbol.asyncDispose]();
    },
  };
  await cluster.leader();
  return cluster;
}

function pidOf(node: OwnServer | undefined): number | undefined {
  try {
    return node && Number(readFileSync(join(node.folder, 'server.pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A node that the others reach at a door of its own. */
function startNode(port: number, door: number, doors: readonly number[], more: Readonly<Record<string, string>>) {
  return startOwnServer('rqlite', {
    port,
    settings: {
      auth: '{folder}/accounts.json',
      'raft-adv-addr': `127.0.0.1:${door}`,
      'bootstrap-expect': String(doors.length),
      join: doors.map((each) => `127.0.0.1:${each}`).join(','),
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
