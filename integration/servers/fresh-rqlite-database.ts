import { gunzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import type { FreshDatabase } from './fresh-database.js';
import { type OwnServer, startOwnServer } from './own-server.mjs';

/** A file of SQLite in which nothing is. */
const nothing = gunzipSync(
  Buffer.from(
    'H4sIAAAAAAAAA+3KsQmEUBQAwfe52B5eD9fAFWAiVmDggYEI8vtHxECMFOOZYKPtu3aqY/6XdR5qfiOjlPhlxqHE6RNXJR5q9uT9BwAAAAAAAAC8swFxF1CQACAAAA==',
    'base64',
  ),
);

const all: OwnServer[] = [];
const free: OwnServer[] = [];

/** Why there is no rqlite here; undefined where there is. A node has one database, so that each test that is at work has a node of its own. */
export const rqliteAbsence = await startOne();

afterAll(async () => {
  await Promise.all(all.splice(0).map((node) => node[Symbol.asyncDispose]()));
});

/** A new, empty database: a node of one, from which everything is taken when it is disposed of. */
export async function freshRqliteDatabase(): Promise<FreshDatabase> {
  const absence = free.length === 0 ? await startOne() : undefined;
  const node = free.pop();
  if (!node) throw new Error(absence);
  return {
    url: `${node.url}?leaseMs=3000`,
    [Symbol.asyncDispose]: async () => {
      const reply = await fetch(`http://127.0.0.1:${node.port}/db/load`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: nothing,
      });
      if (reply.ok) free.push(node);
    },
  };
}

async function startOne(): Promise<string | undefined> {
  const node = await startOwnServer('rqlite');
  if ('absent' in node) return node.absent;
  all.push(node);
  free.push(node);
  return undefined;
}
