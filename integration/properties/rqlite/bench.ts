import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Compiled, createEngine, type Driver, type Hash, tenantContext } from '@sync/core';
import driver from '@sync/driver-rqlite';
import Database from 'better-sqlite3';
import type { FreshDatabase } from '../../servers/fresh-database.js';
import { freshRqliteDatabase } from '../../servers/fresh-rqlite-database.js';
import { damageOf, Bench as Files } from '../support/bench.js';
import type { Schema } from '../support/model.js';
import type { Place, Places } from '../support/place.js';
import { printSchema } from '../support/print.js';

type Work<T> = (database: Database.Database) => T;

/** A node of rqlite for one run of a property: what SQLite made in a file is loaded into it, and what it holds is looked at in a copy of its file. */
export class Bench implements Places, AsyncDisposable {
  readonly engine = createEngine({ driver: driver as unknown as Driver });
  private readonly files = new Files();

  private constructor(private readonly node: FreshDatabase) {}

  static async open(): Promise<Bench> {
    return new Bench(await freshRqliteDatabase());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.files[Symbol.dispose]();
    await this.node[Symbol.asyncDispose]();
  }

  compile(schema: Schema): Promise<Compiled> {
    return this.engine.compile(this.files.source(printSchema(schema)));
  }

  async database(schema: Schema, rows: readonly number[] = []): Promise<Place> {
    const { file } = this.files.database(schema, rows);
    await answerOf(this.node, 'load', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: readFileSync(file),
    });
    return new Node(this.node);
  }
}

class Node implements Place {
  readonly tenant;

  constructor(private readonly node: FreshDatabase) {
    this.tenant = tenantContext({ id: 'property', target: { url: node.url, directory: '/' } });
  }

  async root(): Promise<Hash> {
    const engine = createEngine({ driver: driver as unknown as Driver });
    return (await engine.inspect(this.tenant)).catalogue.root;
  }

  observe<T>(look: Work<T>): Promise<T> {
    return this.rewrite(look);
  }

  /** In a copy: nothing of it reaches the node. */
  async rewrite<T>(work: Work<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), 'schema-sync-rqlite-'));
    try {
      const file = join(folder, 'copy.db');
      writeFileSync(file, await answerOf(this.node, 'backup'));
      const database = new Database(file);
      try {
        return work(database);
      } finally {
        database.close();
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  damage(): Promise<readonly unknown[]> {
    return this.rewrite(damageOf);
  }
}

/** A node that was kept waiting for its disk leads nobody for a while, and again then. */
async function answerOf({ url }: FreshDatabase, path: string, init: RequestInit = {}): Promise<Buffer> {
  for (let left = 50; ; left--) {
    const reply = await fetch(`http://${new URL(url).host}/db/${path}`, init);
    const body = Buffer.from(await reply.arrayBuffer());
    if (reply.ok) return body;
    if (left === 0 || !body.includes('leader')) throw new Error(`${path}: ${reply.status} ${body.toString()}`);
    await setTimeout(200);
  }
}
