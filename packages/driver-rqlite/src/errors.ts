import { type ErrorCode, SyncError } from '@sync/core';
import { hintForUnreadable, withoutInterim } from '@sync/dialect-sqlite';

/** Where in a list of statements something failed. */
export interface Place {
  readonly op: string;
  /** The statement, without its values. */
  readonly statement: string;
  readonly index?: number;
  readonly offset?: number;
}

/** What SQLite said of a statement, as the one error of schema-sync. The words are all that comes over HTTP, so that they tell the code, too. */
export function statementError(words: string, { op, statement, index, offset }: Place): SyncError {
  const said = withoutInterim(words);
  const code = codeOf(said);
  const hint = hintOf(code, said);
  return new SyncError({
    code,
    op,
    message: said,
    cause: new Error(said),
    ...(hint !== undefined && { hint }),
    details: { statement, ...(index !== undefined && { index }), ...(offset !== undefined && { offset }) },
  });
}

function codeOf(said: string): ErrorCode {
  if (
    /^FOREIGN KEY constraint failed|constraint failed: |^cannot store \w+ value in \w+ column|^type mismatch on DEFAULT/.test(
      said,
    )
  )
    return 'CHECK_FAILED';
  if (/attempt to (?:write a readonly database|change database via query operation)/i.test(said))
    return 'PERMISSION_DENIED';
  if (/database or disk is full|disk I\/O error|out of memory/i.test(said)) return 'IO';
  if (/database (?:table )?is locked/i.test(said)) return 'LOCK_TIMEOUT';
  return 'STATEMENT_FAILED';
}

function hintOf(code: ErrorCode, said: string): string | undefined {
  if (code === 'CHECK_FAILED')
    return 'Rows that are there do not satisfy the new schema: mend them first. Nothing of this batch was changed.';
  if (code === 'PERMISSION_DENIED') return 'This connection only reads. Connect with access to write.';
  if (code === 'IO')
    return 'Free space on the disks of the nodes. Rebuilding a table needs room for a second copy of it.';
  if (code === 'LOCK_TIMEOUT')
    return 'Somebody else holds a transaction open on this node: wait for it to end, and run again.';
  return hintForUnreadable(said);
}

/** Nobody answers at any of the nodes. */
export function unreachable(label: string, cause: Error, op: string): SyncError {
  return new SyncError({
    code: op === 'connect' ? 'CONNECTION_FAILED' : 'CONNECTION_LOST',
    op,
    message: `no node of ${label} can be reached: ${cause.message.trim()}`,
    hint: /certificate|issuer|altnames/i.test(cause.message)
      ? 'Give with ca the authority that signed the certificates of the nodes, and name the nodes as their certificates do.'
      : 'Check the hosts and the ports (rqlite’s HTTP port is 4001 unless -http-addr says another), that the nodes run, and whether they speak TLS: rqlites:// is for those that do.',
    cause,
  });
}

/** The nodes answer, and none of them leads. */
export function leaderless(label: string, cause: Error | undefined, op: string): SyncError {
  const why = cause === undefined ? '' : `: ${cause.message}`;
  return new SyncError({
    code: op === 'connect' ? 'CONNECTION_FAILED' : 'CONNECTION_LOST',
    op,
    message: `the cluster ${label} has no leader that answers${why}`,
    hint: 'A cluster leads itself only while more than half of its nodes see each other: see who is there at /nodes, and start the others. timeoutMs says how long to wait for a leader.',
    ...(cause && { cause }),
  });
}

/** Something else listens where a node was expected. */
export function foreign(place: string, op: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op,
    message: `what answers at ${place} is no rqlite`,
    hint: 'Give the HTTP address of a node, not its Raft address (4002 unless -raft-addr says another), and no proxy that answers in its place.',
  });
}

/** The nodes do not let us in. */
export function denied(label: string, op: string): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op,
    message: `${label} does not let this user in, or not do this`,
    hint: 'Check the user and the password. Reading takes the permission query, writing execute and query, in the file that -auth names.',
  });
}

/** A request that is not sent a second time, because it may have been taken. */
export function unknownOutcome(label: string, cause: Error, op: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op,
    message: `${label} did not say what became of a request: ${cause.message}`,
    hint: 'It was done as a whole or not at all. See what holds with `schema-sync history`, and plan again.',
    cause,
    details: { unknown: true },
  });
}

/** Whether it is not known what became of a request. */
export function isUnknown(error: unknown): boolean {
  return error instanceof SyncError && error.details?.unknown === true;
}

/** The schema is another one than the plan began from. */
export function moved(label: string): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'execute',
    message: `the schema of ${label} was changed by somebody else in the meantime`,
    hint: 'Plan again, for the database as it is now.',
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

/** A lease was taken by somebody else. */
export function lost(label: string, name: string, leaseMs: number): SyncError {
  return new SyncError({
    code: 'LOCK_LOST',
    op: 'lock',
    message: `the lease ${name} on ${label} was lost: it was not renewed for ${leaseMs} ms and somebody else took it, or its row was removed`,
    hint: 'Nothing more is written. See what held with `schema-sync history`, and run again; leaseMs has it last longer.',
    details: { lock: name },
  });
}
