import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PlanRequest } from '@sync/core';
import { expect, type TestContext, test } from 'vitest';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { openClient, openPlace, type Place } from './support.js';

const isLong = process.env.TEST_LONG === '1';
const { rows, clients } = isLong ? { rows: 2_000_000, clients: 20 } : { rows: 50_000, clients: 6 };

/** The run gives way after so long; whoever of the others waits for more than twice of it is refused by the server. */
const lockTimeoutMs = 250;
const patienceOfOthersMs = 2 * lockTimeoutMs;

/** The server writes down who waits for longer than the run does; beyond that it takes a moment to end the run's wait and to wake up who stands behind it. */
const toldAfterMs = lockTimeoutMs + 100;
const timeout = 900_000;

const before = `
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, total integer, note text);
`;
const after = `
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer bigint NOT NULL REFERENCES customers (id),
  total bigint CHECK (total >= 0),
  note text,
  token uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  paid boolean NOT NULL DEFAULT false
);
CREATE INDEX orders_note ON orders (note, total);
`;

interface Work {
  readonly done: number;
  readonly refused: readonly string[];
  /** The longest time that one statement took, whatever it waited for. */
  readonly longestMs: number;
}

/** Reads and writes the tables until it is told to stop; the server refuses it a lock that it has to wait for. */
async function workOn(url: string, seed: number, { signal }: { readonly signal: AbortSignal }): Promise<Work> {
  const client = await openClient(url, 'the application');
  await client.query(`SET lock_timeout = ${patienceOfOthersMs}`);
  const refused: string[] = [];
  let done = 0;
  let longestMs = 0;
  try {
    for (let n = seed; !signal.aborted; n = (n * 48_271) % 2_147_483_647) {
      const id = (n % rows) + 1;
      for (const text of [
        `SELECT count(*) FROM orders WHERE id BETWEEN ${id} AND ${id + 20}`,
        `UPDATE orders SET total = total + 1 WHERE id = ${id}`,
        `INSERT INTO orders (id, customer, total) VALUES (${rows + n}, 1, 1) ON CONFLICT DO NOTHING`,
      ]) {
        const began = performance.now();
        await client.query(text).then(
          () => done++,
          (error) => refused.push(`${error.code} ${error.message}: ${text}`),
        );
        longestMs = Math.max(longestMs, performance.now() - began);
      }
    }
  } finally {
    await client.end();
  }
  return { done, refused, longestMs };
}

/** Somebody who looks at the table for a while, and again and again. */
async function look(url: string, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  const client = await openClient(url, 'a report');
  while (!signal.aborted) {
    await client.query('BEGIN; SELECT FROM orders LIMIT 1');
    await setTimeout(2500, undefined, { signal }).catch(() => undefined);
    await client.query('COMMIT');
    await setTimeout(1500, undefined, { signal }).catch(() => undefined);
  }
  await client.end();
}

async function underLoad(place: Place, request: PlanRequest): Promise<Work> {
  const stop = new AbortController();
  const load = Promise.all(Array.from({ length: clients }, (_, i) => workOn(place.url, i + 1, stop)));
  const looking = look(place.url, stop);
  let seconds = 0;
  try {
    await setTimeout(300);
    const began = performance.now();
    await place.engine.sync(place.tenant, place.goal, { ...request, allow: 'all' });
    seconds = Math.round((performance.now() - began) / 1000);
  } finally {
    stop.abort();
  }
  await looking;
  const all = await load;
  const work = {
    done: all.reduce((sum, { done }) => sum + done, 0),
    refused: all.flatMap(({ refused }) => refused),
    longestMs: Math.round(Math.max(...all.map(({ longestMs }) => longestMs))),
  };
  if (isLong) {
    const { done, refused, longestMs } = work;
    process.stdout.write(
      `${JSON.stringify(request)}: ${seconds} s, ${done} statements of ${clients} clients, ${refused.length} refused, longest ${longestMs} ms\n`,
    );
  }
  return work;
}

async function openShop(url: string, settings: object): Promise<Place> {
  const place = await openPlace(
    url,
    settings,
    before,
    'INSERT INTO customers SELECT generate_series(1, 100)',
    `INSERT INTO orders SELECT n, n % 100 + 1, n % 1000, 'note ' || n FROM generate_series(1, ${rows}) n`,
    'ANALYZE',
  );
  await place.desire(after);
  return place;
}

/** A server that writes down who waits for a lock for longer than the run does, and for how long in the end. */
async function watchful(skip: TestContext['skip']): Promise<OwnServer> {
  const settings = { log_lock_waits: 'on', deadlock_timeout: `${toldAfterMs}ms`, log_line_prefix: '%a|' };
  const server = await startOwnServer('postgres-18', { settings });
  return 'absent' in server ? skip(`absent: ${server.absent}`) : server;
}

/** What the server wrote down of the application. */
function waitsOn({ folder }: OwnServer): readonly string[] {
  const lines = readFileSync(join(folder, 'server.log'), 'utf8').split('\n');
  const waits = lines.filter((line) => /^the application\|LOG: {2}process \d+ (still waiting|acquired)/.test(line));
  if (isLong) process.stdout.write(`${waits.length} waits of clients for more than ${toldAfterMs} ms\n`);
  return waits;
}

test('applications on PostgreSQL 18 wait for no plan that is made online, as it is for a table of that size', {
  timeout,
}, async ({ skip }) => {
  await using server = await watchful(skip);
  await using place = await openShop(server.url, { lockTimeoutMs, lockRetries: 100 });
  const { done, refused } = await underLoad(place, { online: { fromRows: rows / 2 } });
  expect(refused).toEqual([]);
  expect(waitsOn(server)).toEqual([]);
  expect(done).toBeGreaterThan(0);
  expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  expect(await place.value('SELECT count(*)::int FROM orders WHERE token IS NULL OR total IS NULL')).toBe(0);
});

test('applications on PostgreSQL 18 wait for a plan that does everything at once', { timeout }, async ({ skip }) => {
  await using server = await watchful(skip);
  await using place = await openShop(server.url, { lockTimeoutMs: 0 });
  const { refused } = await underLoad(place, { online: 'never' });
  expect(refused).not.toEqual([]);
  expect(refused.filter((text) => !text.startsWith('55P03'))).toEqual([]);
  expect(waitsOn(server)).not.toEqual([]);
});
