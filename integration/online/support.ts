import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  type Engine,
  type PlanRequest,
  type SyncError,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import driver from '@sync/driver-postgres';
import pg from 'pg';
import { expect } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';

/** The servers that these tests run against. */
export const servers = ['postgres-13', 'postgres-18'].map((name) => ({ name, ...realServer(name) }));

/** A database with a desired state beside it, and somebody else who is connected to it. */
export interface Place extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  readonly engine: Engine;
  readonly tenant: TenantContext;
  readonly other: pg.Client;
  readonly goal: string;
  desire(text: string): Promise<void>;
  /** The value of the first column of the first row. */
  value(text: string): Promise<unknown>;
}

/** Makes a database with these statements in it. */
export async function openPlace(server: string, settings: object, ...statements: readonly string[]): Promise<Place> {
  const database = await freshDatabase(server);
  const folder = await mkdtemp(join(tmpdir(), 'schema-sync-online-'));
  const { url } = database;
  const other = await openClient(url, 'somebody else');
  for (const statement of statements) await other.query(statement);
  const goal = join(folder, 'schema.sql');
  return {
    url,
    folder,
    engine: createEngine({ driver }),
    tenant: tenantContext({ id: 'online', target: { url, directory: folder, settings: { ...settings } } }),
    other,
    goal,
    desire: (text) => writeFile(goal, text),
    value: async (text) => Object.values((await other.query(text)).rows[0] ?? {})[0],
    async [Symbol.asyncDispose]() {
      await other.end();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

/** Opens a session that may be ended by the server without anybody being told. */
export async function openClient(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** What a plan online asks for. */
export const online: PlanRequest = { online: 'always' };

/** The error that work ends with. */
export async function failure(work: Promise<unknown>): Promise<SyncError> {
  return work.then(
    () => expect.fail('it went through'),
    (error) => error,
  );
}

/** Ends the sessions of schema-sync in the database, as an administrator would. */
export async function terminate(other: pg.Client): Promise<void> {
  await other.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'schema-sync'",
  );
}

/** Waits until a query finds something. */
export async function until(other: pg.Client, text: string): Promise<void> {
  for (;;) {
    if ((await other.query(text)).rows.length > 0) return;
    await new Promise((settle) => setTimeout(settle, 20));
  }
}
