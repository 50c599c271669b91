import { type ErrorCode, isSyncError, SyncError } from '@sync/core';

/** Where a native error came from. */
export interface ErrorOrigin {
  readonly op: string;
  /** The target, without a secret. */
  readonly label: string;
  /** The statement, without its values. */
  readonly statement?: string;
  /** Its place in a list that runs as one. */
  readonly index?: number;
  /** Who kept it waiting. */
  readonly holder?: string;
}

interface Meaning {
  readonly code: ErrorCode;
  readonly hint: string;
}

const runAgain = 'Run again when the other has finished; nothing of this batch was changed.';
const gone: Meaning = {
  code: 'CONNECTION_LOST',
  hint: 'The server ended the session, or the network did. Look into the server’s log, and run again: the next plan starts from what is there.',
};
const rows: Meaning = {
  code: 'CHECK_FAILED',
  hint: 'Rows that are there do not satisfy the new schema: mend them first. Nothing of this batch was changed.',
};
const space: Meaning = { code: 'IO', hint: 'Free resources on the server and run again.' };

/** What the server's codes mean to a user, by their beginning; the longest that fits counts. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const byState: Readonly<Record<string, Meaning>> = {
  '08': gone,
  '0A': { code: 'UNSUPPORTED', hint: 'This server cannot do that: see its version with `schema-sync inspect`.' },
  '23': rows,
  '25006': {
    code: 'PERMISSION_DENIED',
    hint: 'The session only reads: the command does, or the server is a standby, whose primary has to be named.',
  },
  '28': {
    code: 'CONNECTION_FAILED',
    hint: 'Check the user and the password (URL, PGPASSWORD, .pgpass), and pg_hba.conf on the server.',
  },
  '3D000': { code: 'CONNECTION_FAILED', hint: 'Check the name of the database in the URL, or create it first.' },
  '40P01': { code: 'LOCK_TIMEOUT', hint: runAgain },
  '42501': { code: 'PERMISSION_DENIED', hint: 'Grant the role the privilege, or connect as the owner of the object.' },
  '53': space,
  '53100': {
    code: 'IO',
    hint: 'The server’s disk is full: free space there. Rewriting a table needs room for a second copy.',
  },
  '53300': {
    code: 'CONNECTION_FAILED',
    hint: 'Every connection that the server allows is taken: close some, or raise max_connections.',
  },
  '55P03': { code: 'LOCK_TIMEOUT', hint: runAgain },
  '57014': {
    code: 'STATEMENT_FAILED',
    hint: 'It was cancelled on the server, or took longer than the role’s statement_timeout: raise that for this role.',
  },
  '57P01': gone,
  '57P02': gone,
  '57P03': { code: 'CONNECTION_FAILED', hint: 'The server is starting, stopping or recovering: wait for it.' },
  '57P05': gone,
  '58': space,
};

const tls: Meaning = {
  code: 'CONNECTION_FAILED',
  hint: 'The server’s certificate was not accepted: give its authority with sslrootcert, check the host name, or choose another sslmode.',
};

/** What Node's codes mean while connecting. */
const byNetwork: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: {
    code: 'CONNECTION_FAILED',
    hint: 'Nobody listens there: check host and port, and that the server runs.',
  },
  ENOENT: { code: 'CONNECTION_FAILED', hint: 'There is no such socket: check the folder, and that the server runs.' },
  ENOTFOUND: { code: 'CONNECTION_FAILED', hint: 'The host name is not known: check how it is spelt.' },
  EAI_AGAIN: { code: 'CONNECTION_FAILED', hint: 'The host name could not be looked up: check the network.' },
  EHOSTUNREACH: {
    code: 'CONNECTION_FAILED',
    hint: 'There is no way to that host: check the network and its firewalls.',
  },
  ETIMEDOUT: {
    code: 'CONNECTION_FAILED',
    hint: 'The host did not answer: check the address and the firewalls between.',
  },
  SELF_SIGNED_CERT_IN_CHAIN: tls,
  DEPTH_ZERO_SELF_SIGNED_CERT: tls,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: tls,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: tls,
  CERT_HAS_EXPIRED: tls,
  ERR_TLS_CERT_ALTNAME_INVALID: tls,
};

/** What pg says without a code, in its own words. */
const byWords: readonly (readonly [RegExp, Meaning])[] = [
  [
    /does not support SSL/,
    { code: 'CONNECTION_FAILED', hint: 'The server has no TLS: sslmode=disable or prefer goes without.' },
  ],
  [
    /timeout expired|Connection timed out/i,
    {
      code: 'CONNECTION_FAILED',
      hint: 'The host did not answer in time: check the address, or raise connectTimeoutMs.',
    },
  ],
  [
    /password must be a string/,
    {
      code: 'CONNECTION_FAILED',
      hint: 'The server asks for a password and none was given: URL, PGPASSWORD, .pgpass, or the setting password.',
    },
  ],
  [/Connection terminated|not queryable|Client was closed/, gone],
];

/** Turns whatever pg threw into the one error of schema-sync. Values of parameters are never part of it. */
export function toSyncError(error: unknown, origin: ErrorOrigin): SyncError {
  if (isSyncError(error)) return error;
  const native = firstOf(error);
  const { code, message, detail, position, constraint, table } = factsOf(native);
  const meaning = meaningOf(code, message);
  const connecting = origin.op === 'connect';
  return new SyncError({
    op: origin.op,
    code: meaning?.code ?? (connecting ? 'CONNECTION_FAILED' : 'STATEMENT_FAILED'),
    message: connecting ? `${origin.label}: ${message}` : message,
    hint: meaning?.hint ?? (connecting ? 'Check the URL and the settings of the connection.' : undefined),
    cause: native,
    details: {
      ...(code !== undefined && { native: code }),
      ...(origin.index !== undefined && { index: origin.index }),
      ...(origin.holder !== undefined && { holder: origin.holder }),
      ...(origin.statement !== undefined && { statement: origin.statement }),
      ...(position !== undefined && { position }),
      ...(detail !== undefined && { detail }),
      ...(table !== undefined && { table }),
      ...(constraint !== undefined && { constraint }),
    },
  } as ConstructorParameters<typeof SyncError>[0]);
}

/** A host with several addresses fails with one error for each. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? (error.errors[0] ?? error) : error;
}

interface NativeFacts {
  readonly code: string | undefined;
  readonly message: string;
  readonly detail: string | undefined;
  readonly position: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
}

function factsOf(error: unknown): NativeFacts {
  const facts = (error ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : undefined);
  return {
    code: text('code'),
    message: text('message') ?? String(error),
    detail: text('detail'),
    position: text('position'),
    constraint: text('constraint'),
    table: text('table'),
  };
}

function meaningOf(code: string | undefined, message: string): Meaning | undefined {
  if (code !== undefined) {
    if (Object.hasOwn(byNetwork, code)) return byNetwork[code];
    for (let length = code.length; length >= 2; length--) {
      const meaning = byState[code.slice(0, length)];
      if (meaning) return meaning;
    }
    if (code === 'ECONNRESET' || code === 'EPIPE') return gone;
  }
  return byWords.find(([pattern]) => pattern.test(message))?.[1];
}

/** The error of a connection that has ended. */
export function closed(label: string, op: string, cause?: unknown): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op,
    message: `the connection to ${label} is closed`,
    hint: 'Open another one.',
    ...(cause !== undefined && { cause }),
  });
}
