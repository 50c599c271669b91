import { type ErrorCode, type Statement, SyncError } from '@sync/core';
import { quoteName } from './names.js';

/** What is known of a statement that failed, without its values. */
export interface Place {
  readonly op: string;
  readonly statement: string;
}

/** The codes of the native protocol: https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v5.spec, section 8. */
export const codes = {
  server: 0x0000,
  badCredentials: 0x0100,
  unavailable: 0x1000,
  overloaded: 0x1001,
  bootstrapping: 0x1002,
  writeTimeout: 0x1100,
  readTimeout: 0x1200,
  transactionUnknown: 0x1700,
  unauthorized: 0x2100,
  invalid: 0x2200,
} as const;

interface NativeError extends Error {
  readonly code?: number | string;
  readonly innerErrors?: Readonly<Record<string, Error>>;
}

/** What went wrong with a statement, as the one error of schema-sync. */
export function statementError(error: unknown, { op, statement }: Place, label: string): SyncError {
  if (error instanceof SyncError) return error;
  const native = innermost(error);
  const { message } = native;
  const offset = offsetIn(message, statement);
  const details = { statement, ...(offset !== undefined && { offset }) };
  const code = codeOf(native);
  const hint = hintOf(code, native);
  const words = code === 'CONNECTION_LOST' ? `${label} did not answer: ${message}` : message;
  return new SyncError({ code, op, message: words, cause: native, details, ...(hint !== undefined && { hint }) });
}

function codeOf({ name, code, message }: NativeError): ErrorCode {
  if (name === 'ResponseError') {
    if (code === codes.unauthorized && !isUnasked(message)) return 'PERMISSION_DENIED';
    if (code === codes.badCredentials) return 'CONNECTION_LOST';
    return 'STATEMENT_FAILED';
  }
  // What the client library refuses before it is sent: a value that does not fit its type.
  if (name === 'TypeError' || name === 'ArgumentError' || name === 'RangeError') return 'STATEMENT_FAILED';
  return 'CONNECTION_LOST';
}

const undecided: ReadonlySet<unknown> = new Set([codes.writeTimeout, codes.readTimeout, codes.transactionUnknown]);

/** Whether a transaction may have come about or not: as where several want the same row, and none of them is through in time. */
export function isUndecided(error: unknown): boolean {
  const native = error instanceof SyncError ? error.cause : undefined;
  return native instanceof Error && native.name === 'ResponseError' && undecided.has((native as NativeError).code);
}

/** Nobody could be asked what the role may do: the replicas that know did not answer. */
function isUnasked(message: string): boolean {
  return message.startsWith('Unable to perform authorization');
}

function hintOf(code: ErrorCode, { code: number, message }: NativeError): string | undefined {
  if (isUnasked(message))
    return 'The nodes that hold system_auth did not answer: see `nodetool status`, and keep it on several nodes (ALTER KEYSPACE system_auth).';
  if (code === 'PERMISSION_DENIED') return 'Grant the role what the message names, with GRANT … TO … .';
  if (code === 'CONNECTION_LOST')
    return 'It is not known whether the statement came about: see what holds with `schema-sync history`, and plan again.';
  switch (number) {
    case codes.unavailable:
      return 'Not enough nodes are up for the replication of this keyspace: see `nodetool status`.';
    case codes.overloaded:
    case codes.bootstrapping:
      return 'The node cannot take requests just now: wait a while, and run again.';
    case codes.writeTimeout:
    case codes.readTimeout:
      return 'Not enough replicas answered in time: see `nodetool status`, and run again.';
    default:
      return undefined;
  }
}

/** `line 1:0 no viable alternative`: lines from 1, characters from 0. */
function offsetIn(message: string, statement: string): number | undefined {
  const [, line, column] = /^line (\d+):(\d+) /.exec(message) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const before = statement.split('\n').slice(0, Number(line) - 1);
  const offset = before.reduce((sum, each) => sum + each.length + 1, 0) + Number(column);
  return offset <= statement.length ? offset : undefined;
}

/** The library wraps what each node said. */
function innermost(error: unknown): NativeError {
  const native = (error instanceof Error ? error : new Error(String(error))) as NativeError;
  const [first] = Object.values(native.innerErrors ?? {});
  return first === undefined ? native : innermost(first);
}

/**
 * The name or the id of a table that a node says it does not know. By its name: the statement was looked at, and nothing was done. By its id: the node knows the table and has not
 * opened it yet, so that nothing could be read.
 */
export function unknownTable(error: unknown): { readonly by: 'name' | 'id'; readonly table: string } | undefined {
  const { code, message } = innermost(error);
  const [, name] = code === codes.invalid ? (/^table (\S+) does not exist$/.exec(message) ?? []) : [];
  if (name !== undefined) return { by: 'name', table: name };
  const [, id] = code === codes.server ? (/Unknown CF ([0-9a-f-]{36})$/.exec(message) ?? []) : [];
  return id === undefined ? undefined : { by: 'id', table: id };
}

/** Nobody lets us in: whether that is for the account, the place, or TLS shows in what the library threw. */
export function connectError(error: unknown, label: string): SyncError {
  if (error instanceof SyncError) return error;
  const native = innermost(error);
  const reason = reasonOf(native);
  const { message, hint } = refusals[reason];
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${label}: ${message}: ${native.message.trim()}`,
    hint,
    cause: native,
    details: { reason: reason === 'foreign' ? 'host' : reason, ...(reason === 'host' && { passes: true }) },
  });
}

const refusals = {
  credentials: {
    message: 'the cluster does not take these credentials',
    hint: 'Check the user name and the password. A cluster with PasswordAuthenticator takes nobody without both.',
  },
  host: {
    message: 'no node can be reached',
    hint: 'Check the hosts and the port (native_transport_port, usually 9042), that the nodes run, and whether they speak TLS: tls=true is for those that do.',
  },
  foreign: {
    message: 'what answers there does not speak the protocol of Cassandra, or does not answer in time',
    hint: 'Give the port for clients (native_transport_port), not the one for other nodes or for JMX; connectTimeoutMs says how long to wait.',
  },
  tls: {
    message: 'TLS was not agreed upon',
    hint: 'Give with ca the authority that signed the certificates of the nodes, name the nodes as their certificates do, and leave tls out where the nodes speak none.',
  },
} as const;

function reasonOf({ name, code, message }: NativeError): keyof typeof refusals {
  if (name === 'AuthenticationError' || code === codes.badCredentials) return 'credentials';
  if (/authenticat/i.test(message)) return 'credentials';
  if (/certificate|self.signed|altname|\bssl\b|\btls\b|wrong version number|EPROTO/i.test(`${String(code)} ${message}`))
    return 'tls';
  return name === 'ResponseError' || name === 'DriverInternalError' ? 'foreign' : 'host';
}

/** Something listens there and says nothing that a node would. */
export function speechless(label: string, waitedMs: number): SyncError {
  const { message, hint } = refusals.foreign;
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${label}: ${message} (${waitedMs} ms)`,
    hint,
    details: { reason: 'host', passes: true },
  });
}

/** The keyspace is not there. */
export function noKeyspace(label: string, keyspace: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${label}: there is no keyspace ${keyspace}`,
    hint: `Create it, with the replication that your cluster needs: CREATE KEYSPACE ${quoteName(keyspace)} WITH replication = {'class': 'NetworkTopologyStrategy', '<data centre>': 3}. A new one on one replica is made by sync and apply with --create.`,
    details: { reason: 'database' },
  });
}

/** A connection that was closed is used. */
export function closed(label: string, op: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op,
    message: `the connection to ${label} is closed`,
    hint: 'Open another one.',
  });
}

/** A connection that asked to read is to write. */
export function onlyReads(op: string): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op,
    message: 'this connection only reads',
    hint: 'Connect with access to write.',
  });
}

/** Nodes do not come to one schema. */
export function disagreement(label: string, versions: number, waitedMs: number): SyncError {
  return new SyncError({
    code: 'TIMED_OUT',
    op: 'execute',
    message: `the nodes of ${label} hold ${versions} different schemas, ${waitedMs} ms after the last statement`,
    hint: 'Nothing more is changed until they agree. See which with `nodetool describecluster`; restarting the node that disagrees usually mends it. agreementMs says how long to wait.',
    details: { reason: 'schema-disagreement' },
  });
}

/** Somebody else holds a lease. */
export function lockTimeout(label: string, name: string, waitMs: number, holder: string): SyncError {
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'lock',
    message: `the lock ${name} on ${label} was not free within ${waitMs} ms`,
    hint: `It is held by ${holder}: wait for it to finish. A lock whose holder died is free once it was not renewed for as long as leaseMs says.`,
    details: { lock: name, holder },
  });
}

/** The column of an answer that tells whether the condition of a statement held. */
export const applied = '[applied]';

/** The condition of a statement did not hold, so that it wrote nothing. What is there instead is not shown: it is what somebody else wrote. */
export function notApplied(text: string, { message, hint }: NonNullable<Statement['applies']>): SyncError {
  return new SyncError({
    code: 'CHECK_FAILED',
    op: 'execute',
    message,
    ...(hint !== undefined && { hint }),
    details: { statement: text },
  });
}

/** A lease ran out, or its row is gone. */
export function lost(label: string, name: string, leaseMs: number): SyncError {
  return new SyncError({
    code: 'LOCK_LOST',
    op: 'lock',
    message: `the lease ${name} on ${label} was lost: it was not renewed for ${leaseMs} ms, or its row was removed`,
    hint: 'Nothing more is written. See what held with `schema-sync history`, and run again; leaseMs has it last longer.',
    details: { lock: name },
  });
}
