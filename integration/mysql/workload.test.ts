import { setTimeout } from 'node:timers/promises';
import type { PlanRequest } from '@sync/core';
import { createConnection } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const isLong = process.env.TEST_LONG === '1';
const { rows, clients } = isLong ? { rows: 2_000_000, clients: 20 } : { rows: 200_000, clients: 6 };

/** The server counts waits in seconds: the run gives way after one, and whoever of the others waits for much longer is refused. A server that others use, too, may halt for a second or two by itself. */
const patienceOfOthers = 5;
const patienceOfRunMs = 1000;
const timeout = 1_800_000;

const before = `
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, customer bigint, total int, note varchar(200), KEY by_customer (customer));
`;
const after = `
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  customer bigint NOT NULL,
  total bigint, note varchar(200), paid boolean NOT NULL DEFAULT false,
  KEY by_customer (customer), KEY by_note (note, total),
  CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customers (id)
);
`;
const fill = `
INSERT INTO customers VALUES (1), (2), (3), (4), (5);
SET SESSION cte_max_recursion_depth = ${rows + 1};
INSERT INTO orders (customer, total, note)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
SELECT i % 5 + 1, i % 1000, CONCAT(REPEAT('note ', 30), i) FROM n;
ANALYZE TABLE orders;
`;

interface Work {
  readonly done: number;
  readonly refused: readonly string[];
  /** The longest time that one statement took, whatever it waited for. */
  readonly longestMs: number;
}

/** Reads and writes the table until it is told to stop; the server refuses it a lock that it has to wait for. */
async function workOn(url: string, seed: number, { signal }: { readonly signal: AbortSignal }): Promise<Work> {
  const uri = Object.assign(new URL(url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
  const client = await createConnection({ uri });
  await client.query(
    `SET SESSION lock_wait_timeout = ${patienceOfOthers}, innodb_lock_wait_timeout = ${patienceOfOthers}`,
  );
  const refused: string[] = [];
  let done = 0;
  let longestMs = 0;
  for (let n = seed; !signal.aborted; n = (n * 48_271) % 2_147_483_647) {
    const id = (n % rows) + 1;
    for (const text of [
      `SELECT COUNT(*) FROM orders WHERE id BETWEEN ${id} AND ${id + 20}`,
      `UPDATE orders SET total = total + 1 WHERE id = ${id}`,
      `INSERT INTO orders (customer, total) VALUES (1, ${n % 1000})`,
      `DELETE FROM orders WHERE id = ${(n % 7) * rows + id}`,
    ]) {
      const began = performance.now();
      await client.query(text).then(
        () => done++,
        (error) => refused.push(`${error.errno} ${error.message}: ${text}`),
      );
      longestMs = Math.max(longestMs, performance.now() - began);
    }
  }
  await client.end();
  return { done, refused, longestMs };
}

async function underLoad(place: Place, request: PlanRequest): Promise<Work> {
  const stop = new AbortController();
  const load = Promise.all(Array.from({ length: clients }, (_, i) => workOn(place.tenant.target.url, i + 1, stop)));
  const began = performance.now();
  try {
    await setTimeout(300);
    await place.sync(request);
  } finally {
    stop.abort();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
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

describe.each(family)('applications on $name', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  const open = () =>
    openPlace({
      url,
      scheme,
      driver,
      settings: { lockTimeoutMs: patienceOfRunMs, lockRetries: 100 },
      start: name.startsWith('mariadb')
        ? before + fill.replace('cte_max_recursion_depth', 'max_recursive_iterations')
        : before + fill,
      goal: after,
    });

  test('wait for no plan that is made online, as it is for a table of that size', { timeout }, async () => {
    await using place = await open();
    const { done, refused, longestMs } = await underLoad(place, { online: { fromRows: rows / 2 } });
    expect(refused.join('\n')).toBe('');
    expect(longestMs).toBeLessThan(patienceOfOthers * 1000);
    expect(done).toBeGreaterThan(0);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  test('wait for a plan that does everything at once', { timeout }, async () => {
    await using place = await open();
    const { longestMs } = await underLoad(place, { online: 'never' });
    expect(longestMs).toBeGreaterThan(patienceOfRunMs);
  });
});
