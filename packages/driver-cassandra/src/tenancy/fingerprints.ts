import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Fingerprints, Server } from '@sync/core';
import cassandra from 'cassandra-driver';
import { grantsQuery, rolesQuery } from '../access/access-rows.js';
import type { CassandraOptions } from '../options.js';
import { serverOf } from '../server.js';
import { plainValue } from '../values.js';
import { isTenant } from './keyspaces.js';

type Row = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);

/** Who reads, and how, is a part of what is found: another version may read what this one does not. */
const { version: reader } = require('@sync/driver-cassandra/package.json') as { readonly version: string };

/** All of `system_schema`, of which kinds read whole rows, and since when there is such. */
const tables = [
  ...['keyspaces', 'tables', 'columns', 'dropped_columns', 'types', 'views', 'indexes', 'functions', 'aggregates'],
  'triggers',
];
const laterTables: Readonly<Record<string, string>> = { 'column-masks': 'column_masks' };

/**
 * What each keyspace that a pattern meets holds: hashes of all rows that kinds read of it, found by as many queries for all of them as for one. What changes while it is read has none.
 * A state that comes again is told alike.
 */
export async function readFingerprints(
  client: cassandra.Client,
  { username }: CassandraOptions,
  test: (name: string) => boolean,
): Promise<Fingerprints> {
  const server = await serverOf(client);
  const roles = await allRows(client, rolesQuery.text).catch(refusal);
  const before = await schemaVersion(client);
  let own = await readOwn(client, server, test);
  // The tables of the schema are read one after the other: what is read alike twice was not in between two states.
  if ((await schemaVersion(client)) !== before) {
    const again = await readOwn(client, server, test);
    own = new Map([...own].filter(([name, print]) => again.get(name) === print));
  }
  return { shared: digest([reader, server.version, username ?? null, roles]), own, changes: before };
}

async function readOwn(
  client: cassandra.Client,
  { features }: Server,
  test: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const later = Object.entries(laterTables).flatMap(([feature, table]) => (features.has(feature) ? [table] : []));
  const found = new Map<string, string[]>();
  const add = (keyspace: string, what: unknown) => {
    if (!isTenant(keyspace) || !test(keyspace)) return;
    const rows = found.get(keyspace) ?? [];
    found.set(keyspace, rows);
    rows.push(JSON.stringify(what, exactly));
  };
  for (const table of [...tables, ...later])
    for (const row of await allRows(client, `SELECT * FROM system_schema.${table}`))
      add(String(row.keyspace_name), [table, row]);
  const grants = await allRows(client, grantsQuery.text).catch(refusal);
  for (const row of typeof grants === 'string' ? [] : grants) add(keyspaceOf(String(row.resource)), row);
  const beside = typeof grants === 'string' ? grants : '';
  return new Map(Array.from(found, ([name, rows]) => [name, digest([beside, ...rows.sort()])]));
}

/** `shop` of `<table shop.users>`; empty for what is of no keyspace. */
function keyspaceOf(resource: string): string {
  return /^<(?:keyspace|all tables in|table|all functions in|function) (\w+)/.exec(resource)?.[1] ?? '';
}

/** What may not be read is read by no kind either, for as long as it may not. */
function refusal(error: unknown): string {
  if (error instanceof cassandra.errors.ResponseError && refusals.includes(error.code)) return error.message;
  throw error;
}

const refusals = [
  cassandra.types.responseErrorCodes.unauthorized,
  cassandra.types.responseErrorCodes.invalid,
] as readonly number[];

async function schemaVersion(client: cassandra.Client): Promise<string> {
  const { rows } = await client.execute('SELECT schema_version FROM system.local');
  return String(rows[0]?.schema_version);
}

async function allRows(client: cassandra.Client, text: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let pageState: string | undefined;
  do {
    const page = await client.execute(text, [], { ...(pageState !== undefined && { pageState }) });
    for (const row of page.rows ?? [])
      rows.push(Object.fromEntries(row.keys().map((name) => [name, plainValue(row.get(name))])));
    pageState = page.pageState ?? undefined;
  } while (pageState !== undefined);
  return rows;
}

/** Whole numbers beyond 2^53, which JSON has no way to say. */
function exactly(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value, exactly));
}
