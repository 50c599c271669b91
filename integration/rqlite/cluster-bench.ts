import { setTimeout } from 'node:timers/promises';
import type { Connection } from '@sync/core';
import driver from '@sync/driver-rqlite';
import { expect } from 'vitest';
import type { OwnServer } from '../servers/own-server.mjs';
import type { RqliteCluster } from '../servers/rqlite-cluster.js';

/** What tests do to a cluster. */
export class ClusterBench {
  constructor(private readonly cluster: RqliteCluster) {}

  /** Answers are waited for as long as it takes to know that a node is not there. */
  url(first?: OwnServer, leaseMs = 20_000): string {
    return `${this.cluster.url(first)}?timeoutMs=2000&lockWaitMs=60000&leaseMs=${leaseMs}`;
  }

  connect(first?: OwnServer, leaseMs?: number): Promise<Connection> {
    return driver.connect(driver.options({ url: this.url(first, leaseMs), directory: '.' }), { access: 'write' });
  }

  /** A table in which numbers are written, with nothing in it. */
  async clear(): Promise<void> {
    await using connection = await this.connect();
    for (const table of ['children', 'parents', 'written'])
      await connection.execute({ text: `DROP TABLE IF EXISTS ${table}` });
    await connection.execute({ text: 'CREATE TABLE written (n INTEGER NOT NULL)' });
  }

  /** Waits until each node by itself answers this query as the others do. */
  async agree(text: string): Promise<void> {
    let found: readonly string[] = [];
    for (let left = 100; left > 0; left--) {
      found = await this.everywhere(text).catch((error: unknown) => [String(error)]);
      if (found.length > 1 && new Set(found).size === 1) return;
      await setTimeout(100);
    }
    expect(found, text).toEqual(found.map(() => found[0]));
  }

  private everywhere(text: string): Promise<readonly string[]> {
    const headers = { authorization: `Basic ${Buffer.from('ada:right').toString('base64')}` };
    const query = encodeURIComponent(text);
    const answers = this.cluster.nodes.map(async ({ port }) => {
      const reply = await fetch(`http://127.0.0.1:${port}/db/query?level=none&q=${query}`, { headers });
      return JSON.stringify(((await reply.json()) as { readonly results: unknown }).results);
    });
    return Promise.all(answers);
  }
}

/** How many rows a table has. */
export async function countOf(connection: Connection, table: string): Promise<number | undefined> {
  const [row] = await connection.query<{ readonly n: number }>({ text: `SELECT count(*) AS n FROM ${table}` });
  return row?.n;
}
