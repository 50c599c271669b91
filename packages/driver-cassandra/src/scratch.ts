import { randomBytes } from 'node:crypto';
import { type Connection, type ExecuteOptions, type Lock, type Statement, SyncError } from '@sync/core';
import type cassandra from 'cassandra-driver';
import { AccessLedger } from './access/access-ledger.js';
import type { HeldAccess } from './access/access-rows.js';
import { droppedThing } from './access/access-statement.js';
import { Agreement } from './agreement.js';
import { CassandraConnection, type ConnectionFacts } from './connection.js';
import { ownKeyspace } from './dialect.js';
import { statementError } from './errors.js';
import { openClient } from './open.js';
import { type CassandraOptions, labelOf } from './options.js';
import { settled } from './own-keyspace.js';
import { keyspaceQuery } from './read/keyspace-query.js';
import { serverOf } from './server.js';

/** How the name of every scratch keyspace begins; behind it stands when it was made. */
export const scratchPrefix = 'schema_sync_scratch_';

/** Nobody is at work in one for that long: what is older was left behind by a process that died. */
const leftAfterMs = 6 * 3_600_000;

/** A keyspace on the same cluster, on one replica, that goes when it is disposed of. */
export async function openScratch(near: CassandraOptions | undefined, signal?: AbortSignal): Promise<Connection> {
  if (!near) {
    throw new SyncError({
      code: 'SCRATCH_UNAVAILABLE',
      op: 'scratch',
      message: 'it is not known on which cluster a scratch keyspace can be made',
      hint: 'Name a cluster with --scratch URL, or with url or scratch in the config. A snapshot or a live database as desired state needs no scratch.',
    });
  }
  const client = await openClient(near, signal);
  const label = labelOf(near);
  const keyspace = `${scratchPrefix}${Date.now().toString(36)}_${randomBytes(6).toString('hex')}`;
  const agreement = new Agreement(client, { label, withinMs: near.agreementMs });
  const send = (text: string) => sendDefinition(client, text, near, agreement);
  try {
    await sweep(client, send);
    await send(
      `CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1} AND durable_writes = false`,
    );
    await client.execute(`USE ${keyspace}`);
    const { agreementMs, lockWaitMs, leaseMs } = near;
    const facts: ConnectionFacts = {
      ...{ label: `${label} (scratch)`, keyspace, access: 'write', agreementMs, lockWaitMs, leaseMs },
      ...(near.username !== undefined && { username: near.username }),
      server: await serverOf(client),
    };
    return new ScratchConnection(client, facts, near.keyspace);
  } catch (error) {
    await client.shutdown().catch(() => undefined);
    if (!(error instanceof SyncError) || error.code !== 'PERMISSION_DENIED') throw error;
    throw new SyncError({
      code: 'SCRATCH_UNAVAILABLE',
      op: 'scratch',
      message: `${label}: this role may not create a scratch keyspace`,
      hint: 'Grant it CREATE, ALTER, DROP, SELECT and MODIFY ON ALL KEYSPACES, name another cluster of the same version with --scratch URL, or give a desired state that needs none: a snapshot or a live database.',
      cause: error,
    });
  }
}

class ScratchConnection extends CassandraConnection {
  /** What the desired state calls its keyspace. */
  private readonly names = new Set<string>();
  private readonly access: AccessLedger;
  private saysKeyspace = false;
  private isGone = false;

  constructor(client: cassandra.Client, facts: ConnectionFacts, near: string) {
    super(client, facts);
    this.access = new AccessLedger(facts.server);
    if (near !== '') this.names.add(near);
  }

  override async query<R>(statement: Statement, options?: ExecuteOptions): Promise<readonly R[]> {
    // Its own replication is nobody's wish.
    if (statement.text === keyspaceQuery.text && !this.saysKeyspace) return [];
    return super.query<R>(statement, options);
  }

  /** What is said here of roles and permissions. */
  heldAccess(): HeldAccess {
    return this.access.held();
  }

  override async execute(statement: Statement, options: ExecuteOptions = {}): Promise<void> {
    if (this.access.takes(statement.text, (name) => this.names.has(name) || name === ownKeyspace)) return;
    const { text, saysKeyspace, calls } = settled(statement.text, this.names, this.facts.keyspace);
    await super.execute({ ...statement, text }, options);
    const gone = droppedThing(text);
    if (gone) this.access.forget(gone);
    if (saysKeyspace) this.saysKeyspace = true;
    if (calls !== undefined) this.names.add(calls);
  }

  override lock(): Promise<Lock> {
    return Promise.reject(
      new SyncError({
        code: 'UNSUPPORTED',
        op: 'lock',
        message: 'nobody else sees a scratch keyspace: it has no lock',
      }),
    );
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    if (this.isGone) return;
    this.isGone = true;
    const { keyspace } = this.facts;
    // What cannot be dropped now is swept up by whoever makes the next one.
    await super.execute({ text: `DROP KEYSPACE IF EXISTS ${keyspace}` }).catch(() => undefined);
    await super[Symbol.asyncDispose]();
  }
}

async function sendDefinition(
  client: cassandra.Client,
  text: string,
  near: CassandraOptions,
  agreement: Agreement,
): Promise<void> {
  try {
    await client.execute(text);
  } catch (error) {
    throw statementError(error, { op: 'scratch', statement: text }, labelOf(near));
  }
  await agreement.reached();
}

/** Drops what crashed processes left behind. What this role may not drop is another's to sweep. */
async function sweep(client: cassandra.Client, send: (text: string) => Promise<void>): Promise<void> {
  const { rows } = await client.execute('SELECT keyspace_name FROM system_schema.keyspaces');
  const left = rows.map((row) => String(row.keyspace_name)).filter((name) => isLeft(name, Date.now()));
  for (const name of left) await send(`DROP KEYSPACE IF EXISTS ${name}`).catch(() => undefined);
}

/** Whether a keyspace is a scratch one that was made longer ago than anybody works in one. */
export function isLeft(name: string, now: number): boolean {
  const [, made] = /^schema_sync_scratch_([0-9a-z]{8})_[0-9a-f]{12}$/.exec(name) ?? [];
  return made !== undefined && now - Number.parseInt(made, 36) > leftAfterMs;
}
