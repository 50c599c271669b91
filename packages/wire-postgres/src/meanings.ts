import type { ErrorCode } from '@sync/core';

/** What a native error means to a user. */
export interface Meaning {
  readonly code: ErrorCode;
  readonly hint: string;
  /** What of a connection is wrong, for programs. */
  readonly reason?: 'credentials' | 'database' | 'host' | 'tls';
  /** Whether the same may let somebody in a while later. */
  readonly passes?: true;
}

const runAgain = 'Run again when the other has finished; nothing of this batch was changed.';

/** The server or the network ended the session. */
export const gone: Meaning = {
  code: 'CONNECTION_LOST',
  hint: 'The server ended the session, or the network did. Look into the server’s log, and run again: the next plan starts from what is there.',
};

/** The same while connecting: there was no session yet. */
export const hungUp: Meaning = {
  code: 'CONNECTION_FAILED',
  reason: 'host',
  passes: true,
  hint: 'Who answers there ended the connection before anybody was let in: check host and port, that it is PostgreSQL, and look into the server’s log.',
};

const rows: Meaning = {
  code: 'CHECK_FAILED',
  hint: 'Rows that are there do not satisfy the new schema: mend them first. Nothing of this batch was changed.',
};
const values: Meaning = {
  code: 'CHECK_FAILED',
  hint: 'A value is none of the type that it should become, or too large or too long for it: mend it first. Nothing of this batch was changed.',
};
const space: Meaning = { code: 'IO', hint: 'Free resources on the server and run again.' };

/** What the server's codes mean, by their beginning; the longest that fits counts. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const byState: Readonly<Record<string, Meaning>> = {
  '08': gone,
  '0A': {
    code: 'UNSUPPORTED',
    hint: 'The server does not do this to what is there: mend what it names. A newer one may: `schema-sync inspect` shows the version.',
  },
  '22001': values,
  '22003': values,
  '22007': values,
  '22008': values,
  '22026': values,
  '22P02': values,
  '22P05': values,
  '2200N': values,
  '23': rows,
  '25006': {
    code: 'PERMISSION_DENIED',
    hint: 'The session only reads: the command does, or the server is a standby, whose primary has to be named.',
  },
  '28': {
    code: 'CONNECTION_FAILED',
    reason: 'credentials',
    hint: 'Check the user, the password (URL, PGPASSWORD, .pgpass) or the client certificate, and pg_hba.conf on the server: where that says peer or ident, the role has to be called as the user of the operating system is, or be mapped to it in pg_ident.conf.',
  },
  '28P01': {
    code: 'CONNECTION_FAILED',
    reason: 'credentials',
    hint: 'The password is not the user’s, or there is no such user: check the URL, PGPASSWORD and .pgpass.',
  },
  '3D000': {
    code: 'CONNECTION_FAILED',
    reason: 'database',
    hint: 'Check the name of the database in the URL. A new one is made by sync and apply with --create.',
  },
  '40001': { code: 'LOCK_TIMEOUT', hint: runAgain },
  '40P01': { code: 'LOCK_TIMEOUT', hint: runAgain },
  '42501': { code: 'PERMISSION_DENIED', hint: 'Grant the role the privilege, or connect as the owner of the object.' },
  '53': space,
  '53100': {
    code: 'IO',
    hint: 'The server’s disk is full: free space there. Rewriting a table needs room for a second copy.',
  },
  '53300': {
    code: 'CONNECTION_FAILED',
    passes: true,
    hint: 'Every connection that the server, the database or the role is allowed is taken: close some, or raise max_connections or the CONNECTION LIMIT.',
  },
  '55P03': { code: 'LOCK_TIMEOUT', hint: runAgain },
  '57014': {
    code: 'STATEMENT_FAILED',
    hint: 'It was cancelled on the server, or took longer than it may: raise `statementTimeoutMs` (0 for as long as it takes) for what a run does, or else the role’s statement_timeout, for a connection with options=-c%20statement_timeout=0 in its URL.',
  },
  '57P01': gone,
  '57P02': gone,
  '57P03': {
    code: 'CONNECTION_FAILED',
    passes: true,
    hint: 'The server is starting, stopping or recovering: wait for it.',
  },
  '57P05': gone,
  '58': space,
};

/** What refuses somebody who knocks: the server's function that did says more than its code, in every language. */
export const byRoutine: Readonly<Record<string, Meaning>> = {
  InitializeSessionUserId: {
    code: 'CONNECTION_FAILED',
    reason: 'credentials',
    hint: 'Check the user’s name in the URL: the role must exist, and have LOGIN.',
  },
};

const noRole: Meaning = {
  code: 'STATEMENT_FAILED',
  hint: 'Roles belong to the server, not to a database: CREATE ROLE it there first. For a server of scratch databases NOLOGIN is enough.',
};
const noExtension: Meaning = {
  code: 'UNSUPPORTED',
  hint: 'The server has not got the files of this extension: install its package there. If that is a server of scratch databases alone, name another one with --scratch URL.',
};

const filtered: Meaning = {
  code: 'PERMISSION_DENIED',
  hint: 'Policies hide rows of this table from the role, and what is asked or written here would miss them. Connect as a role that sees all rows: a superuser, one with BYPASSRLS, or the owner where the table has no FORCE ROW LEVEL SECURITY.',
};

const notThatRole: Meaning = {
  code: 'PERMISSION_DENIED',
  hint: 'Whoever gives something to a role has to be allowed to act as it: GRANT that role TO the role that runs this, or run it as a superuser. Where this is about scratch databases, name with --scratch URL a server and a role that may, or leave out of the desired state whom things belong to.',
};

/** Whatever a transaction touches is locked until it ends, and all sessions share the table of the locks. */
export const noRoomForLocks: Meaning = {
  code: 'IO',
  hint: 'The server has no room for as many locks as this takes in one transaction (a new table with its key, indexes and counter takes about ten): raise max_locks_per_transaction, which takes a restart; plan with --online; or come to the desired state in several runs, with a part of it first. A plan commits on the way where that can be foreseen: others may hold locks now.',
};

/** The same for statements whose codes say too little. */
export const byRoutineOfStatement: Readonly<Record<string, Meaning>> = {
  get_role_oid: noRole,
  get_rolespec_oid: noRole,
  get_rolespec_tuple: noRole,
  parse_extension_control_file: noExtension,
  check_can_set_role: notThatRole,
  check_is_member_of_role: notThatRole,
  check_enable_rls: filtered,
};

/** pg_hba.conf has no line that lets them in, or one that shuts them out, or asks for a client certificate. */
export function refusedByRules(isEncrypted: boolean): Meaning {
  const asked = 'Add a line to pg_hba.conf on the server for this address, user and database';
  return {
    code: 'CONNECTION_FAILED',
    reason: 'credentials',
    hint: isEncrypted
      ? `${asked}; where it asks for a client certificate, give sslcert and sslkey; where it has one for hostnossl alone, sslmode=disable.`
      : `${asked}; where it has one for hostssl alone, sslmode=require.`,
  };
}

/** Whoever may not CONNECT to a database. */
export const shutOut: Meaning = {
  code: 'CONNECTION_FAILED',
  reason: 'database',
  hint: 'The role is let in, but not into this database: GRANT CONNECT ON DATABASE … TO the role.',
};

const untrusted: Meaning = {
  code: 'CONNECTION_FAILED',
  reason: 'tls',
  hint: 'Nobody that is trusted signed the server’s certificate: name its authority with sslrootcert.',
};

const certificate: Meaning = {
  code: 'CONNECTION_FAILED',
  reason: 'tls',
  hint: 'The server’s certificate was not accepted: look at it, and at sslrootcert and sslmode.',
};

const noTls: Meaning = {
  code: 'CONNECTION_FAILED',
  reason: 'tls',
  hint: 'TLS did not come about: check sslcert, sslkey and the versions that both sides allow (ssl_min_protocol_version).',
};

/** What Node's codes mean while connecting. */
export const byNetwork: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: {
    code: 'CONNECTION_FAILED',
    reason: 'host',
    passes: true,
    hint: 'Nobody listens there: check host and port, and that the server runs.',
  },
  ENOENT: {
    code: 'CONNECTION_FAILED',
    reason: 'host',
    hint: 'There is no such socket: check the folder, and that the server runs.',
  },
  EACCES: {
    code: 'CONNECTION_FAILED',
    reason: 'host',
    hint: 'The socket may not be opened: check the permissions of its folder.',
  },
  ENOTFOUND: { code: 'CONNECTION_FAILED', reason: 'host', hint: 'The host name is not known: check how it is spelt.' },
  EAI_AGAIN: {
    code: 'CONNECTION_FAILED',
    reason: 'host',
    hint: 'The host name could not be looked up: check the network.',
  },
  EHOSTUNREACH: {
    code: 'CONNECTION_FAILED',
    reason: 'host',
    hint: 'There is no way to that host: check the network and its firewalls.',
  },
  ETIMEDOUT: {
    code: 'CONNECTION_FAILED',
    reason: 'host',
    hint: 'The host did not answer: check the address and the firewalls between.',
  },
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  CERT_HAS_EXPIRED: {
    code: 'CONNECTION_FAILED',
    reason: 'tls',
    hint: 'The server’s certificate has expired: it needs a new one.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: 'CONNECTION_FAILED',
    reason: 'tls',
    hint: 'The server’s certificate is another host’s: connect by a name that it has, or sslmode=verify-ca checks its authority alone.',
  },
  CERT_REVOKED: certificate,
  UNABLE_TO_GET_CRL: certificate,
  EPROTO: noTls,
};

/** What begins like this is about TLS, too. */
export const byNetworkKind: readonly (readonly [RegExp, Meaning])[] = [
  [/^(CERT_|CRL_|ERROR_IN_)/, certificate],
  [/^ERR_(SSL|OSSL|TLS)_/, noTls],
];

/** What pg says without a code, in its own words. */
export const byWords: readonly (readonly [RegExp, Meaning])[] = [
  [
    /does not support SSL/,
    {
      code: 'CONNECTION_FAILED',
      reason: 'tls',
      hint: 'The server has no TLS: sslmode=disable or prefer goes without.',
    },
  ],
  [
    /error establishing an SSL connection/,
    { code: 'CONNECTION_FAILED', reason: 'host', hint: 'What answers there is no PostgreSQL: check host and port.' },
  ],
  [
    /timeout expired|Connection timed out/i,
    {
      code: 'CONNECTION_FAILED',
      reason: 'host',
      hint: 'The host did not answer in time: check the address, or raise connectTimeoutMs.',
    },
  ],
  [/Connection terminated|not queryable|Client was closed/, gone],
];
