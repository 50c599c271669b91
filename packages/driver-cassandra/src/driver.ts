import { type Connection, type ConnectRequest, contractVersion, type Driver, throwIfAborted } from '@sync/core';
import type cassandra from 'cassandra-driver';
import { Agreement } from './agreement.js';
import { cassandraKinds } from './cassandra-kinds.js';
import { CassandraConnection } from './connection.js';
import { cassandraDialect } from './dialect.js';
import { dataTypeDocument } from './documents/data-type.js';
import { aggregateDocument, functionDocument } from './documents/routines.js';
import { tableDocument } from './documents/table.js';
import { viewDocument } from './documents/view.js';
import { connectError, noKeyspace } from './errors.js';
import { quoteName } from './names.js';
import { openClient } from './open.js';
import { type CassandraOptions, identityOf, labelOf, readOptions } from './options.js';
import { findRows } from './rows/find-rows.js';
import { seedStatements } from './rows/seed-statements.js';
import { openScratch } from './scratch.js';
import { serverOf } from './server.js';
import { keyspaceTenancy } from './tenancy/keyspace-tenancy.js';

/** Apache Cassandra: a database is a keyspace. */
export const cassandraDriver: Driver<CassandraOptions> = {
  name: 'cassandra',
  contract: contractVersion,
  protocols: ['cassandra'],
  dialect: cassandraDialect,
  kinds: cassandraKinds,
  documents: [tableDocument, dataTypeDocument, viewDocument, functionDocument, aggregateDocument],
  capabilities: { ddl: 'autocommit', readOnly: true },
  options: readOptions,
  label: labelOf,
  identity: identityOf,
  connect,
  scratch: openScratch,
  likeness: (target, other) => (target.version[0] === other.version[0] ? 'alike' : 'unlike'),
  tenancy: { keyspace: keyspaceTenancy },
  parts: ['keyspace', 'grants', 'roles', 'all-roles'],
  seed: seedStatements,
  findRows,
};

async function connect(options: CassandraOptions, request: ConnectRequest): Promise<Connection> {
  const { access, signal, waitMs = options.lockWaitMs, missing = 'refuse' } = request;
  throwIfAborted(signal, 'connect');
  const client = await openClient(options, signal);
  try {
    const found = await isThere(client, options.keyspace);
    if (!found && missing === 'refuse') throw noKeyspace(labelOf(options), options.keyspace);
    if (!found && missing === 'make') await make(client, options);
    // What is not there holds nothing, and is asked about by its name alone.
    const standsIn = !found && missing === 'stand-in';
    if (!standsIn) await client.execute(`USE ${quoteName(options.keyspace)}`);
    const { keyspace, agreementMs, leaseMs, username } = options;
    return new CassandraConnection(client, {
      ...{ label: labelOf(options), keyspace, access, agreementMs, leaseMs, lockWaitMs: waitMs },
      ...(username !== undefined && { username }),
      ...(standsIn && { missing: true as const }),
      server: await serverOf(client),
    });
  } catch (error) {
    await client.shutdown().catch(() => undefined);
    throw connectError(error, labelOf(options));
  }
}

async function isThere(client: cassandra.Client, keyspace: string): Promise<boolean> {
  const { rows } = await client.execute(
    'SELECT keyspace_name FROM system_schema.keyspaces WHERE keyspace_name = ?',
    [keyspace],
    { prepare: true },
  );
  return rows.length > 0;
}

/** On one replica: how many a cluster is to keep only its people know, and `ALTER KEYSPACE` says it. */
async function make(client: cassandra.Client, options: CassandraOptions): Promise<void> {
  const replication = "{'class': 'SimpleStrategy', 'replication_factor': 1}";
  await client.execute(
    `CREATE KEYSPACE IF NOT EXISTS ${quoteName(options.keyspace)} WITH replication = ${replication}`,
  );
  await new Agreement(client, { label: labelOf(options), withinMs: options.agreementMs }).reached();
}
