import { setTimeout } from 'node:timers/promises';
import type { PlanRequest } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { openClient, openPlace, type Place, servers } from './support.js';

const isLong = process.env.TEST_LONG === '1';
const { rows, clients } = isLong ? { rows: 2_000_000, clients: 20 } : { rows: 50_000, clients: 6 };

/** The run gives way after so long; whoever of the others waits for more than twice of it is refused by the server. */
const lockTimeoutMs = 250;
const patienceOfOthersMs = 2 * lockTimeoutMs;

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

describe.each(servers.slice(-1))('applications on $name', { timeout: 900_000 }, (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('wait for no plan that is made online, as it is for a table of that size', async () => {
    await using place = await openShop(url, { lockTimeoutMs, lockRetries: 100 });
    const { done, refused } = await underLoad(place, { online: { fromRows: rows / 2 } });
    expect(refused).toEqual([]);
    expect(done).toBeGreaterThan(0);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value('SELECT count(*)::int FROM orders WHERE token IS NULL OR total IS NULL')).toBe(0);
  });

  live('wait for a plan that does everything at once', async () => {
    await using place = await openShop(url, { lockTimeoutMs: 0 });
    const { refused } = await underLoad(place, { online: 'never' });
    expect(refused).not.toEqual([]);
    expect(refused.filter((text) => !text.startsWith('55P03'))).toEqual([]);
  });
});
