import type { ErrorCode } from '@sync/core';
import { keysElsewhereHint, olderTransactionNumber, unseenKeysNumber } from '@sync/dialect-mysql';

/** What a native error means to a user. */
export interface Meaning {
  readonly code: ErrorCode;
  readonly hint: string;
  /** What of a connection is wrong, for programs. */
  readonly reason?: 'credentials' | 'database' | 'host' | 'tls';
  /** Whether the same may let somebody in a while later. */
  readonly passes?: true;
}

/** The server or the network ended the session. */
export const gone: Meaning = {
  code: 'CONNECTION_LOST',
  hint: 'The server ended the session, or the network did. Look into the server’s log, and run again: the next plan starts from what is there.',
};

/** The same while connecting. */
export const hungUp: Meaning = {
  code: 'CONNECTION_FAILED',
  reason: 'host',
  passes: true,
  hint: 'Who answers there ended the connection before anybody was let in: check host and port, that it is this engine, and look into the server’s log.',
};

const rows: Meaning = {
  code: 'CHECK_FAILED',
  hint: 'Rows that are there do not satisfy the new schema: mend them first. What this statement did was taken back.',
};

const severalRows: Meaning = {
  code: 'CHECK_FAILED',
  hint: 'A row of a seed would be written over one that has another key and holds what is unique. Rows are written in their order: let the one that gives the value up stand before the one that takes it, or write into the seed the key of the row that holds it. What this statement did was taken back.',
};

const values: Meaning = {
  code: 'CHECK_FAILED',
  hint: 'A value is none of the type that it should become, or too large or too long for it: mend it first. What this statement did was taken back.',
};

const rights: Meaning = {
  code: 'PERMISSION_DENIED',
  hint: 'Grant the account the privilege that the message names, or connect as another one.',
};

const forbidden: Meaning = {
  code: 'PERMISSION_DENIED',
  hint: 'A setting of the server, which the message names, lets nobody do this: ask whoever runs it.',
};

const waited: Meaning = {
  code: 'LOCK_TIMEOUT',
  hint: 'Somebody else holds what it waits for: run again when they have finished. Nothing of this statement was done.',
};

const full: Meaning = {
  code: 'IO',
  hint: 'The server is out of room: free some there. Copying a table needs room for a second one.',
};

const another: Meaning = {
  code: 'UNSUPPORTED',
  hint: 'The server does not make this change as the plan says: plan again, or make it with the engine’s own client and another ALGORITHM.',
};

/** https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_not_supported_yet: told of what stands in a text, whatever the ALGORITHM. */
const unmade: Meaning = {
  code: 'UNSUPPORTED',
  hint: 'This version of the server reads this and does not do it: write it another way, or leave it out for this server.',
};

/** https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html#foreign-key-restrictions */
const apart: Meaning = {
  code: 'STATEMENT_FAILED',
  hint: 'A column of a foreign key and the one that it refers to must be of one type: whole numbers of one size and sign, texts of one character set and collation, whatever their length. Give both the same, and the table that is referred to an index that begins with its columns.',
};

/** Of the many reasons for which MariaDB cannot create a table, that it does not take a foreign key. */
export const byReason: ReadonlyMap<number, readonly [words: RegExp, meaning: Meaning]> = new Map([
  [1005, [/\berrno: 150\b/, apart]],
]);

/** https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html: 64 of them, 255 from 9.1 on. */
const worn: Meaning = {
  code: 'UNSUPPORTED',
  hint: 'Columns of this table were added and dropped at once (ALGORITHM=INSTANT) as often as the server keeps count of: build it anew with OPTIMIZE TABLE, beside those who use it, and run again. An account with the right PROCESS is told ahead, and plans that.',
};

const place = (reason: NonNullable<Meaning['reason']>, hint: string): Meaning => ({
  code: 'CONNECTION_FAILED',
  reason,
  hint,
});

const locked = place('credentials', 'The account is locked: ALTER USER … ACCOUNT UNLOCK.');

const expired = place(
  'credentials',
  'The password of the account has expired: set another one (ALTER USER … IDENTIFIED BY …) with the engine’s own client.',
);

const limited: Meaning = {
  code: 'CONNECTION_FAILED',
  passes: true,
  hint: 'The account is let in, but not so often at once or in an hour: close other connections, wait, or raise its limits (ALTER USER … WITH …) or max_user_connections.',
};

/** What the server's numbers mean. https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html */
export const byNumber: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [
    1040,
    {
      code: 'CONNECTION_FAILED',
      passes: true,
      hint: 'Every connection that the server allows is taken: close some, or raise max_connections.',
    },
  ],
  [1044, place('database', 'The account is let in, but not into this database: grant it what it is to do there.')],
  [
    1045,
    place(
      'credentials',
      'Check the user and the password (URL, setting password, MYSQL_PWD), and from which hosts the account may come. An account that REQUIREs TLS (ssl-mode=REQUIRED) or a certificate (ssl-cert, ssl-key) is refused in the same words.',
    ),
  ],
  [
    1049,
    place('database', 'Check the name of the database in the URL. A new one is made by sync and apply with --create.'),
  ],
  [1129, place('host', 'The server shuts this host out after too many failures: FLUSH HOSTS there.')],
  [1130, place('credentials', 'No account of the server may come from this host.')],
  [1251, place('credentials', 'The account asks for a way of authentication that this client does not know.')],
  [
    1698,
    place('credentials', 'The account is let in through the socket only: give ?socket=PATH, or use another account.'),
  ],
  ...[3118, 3955, 4151].map((number) => [number, locked] as const),
  ...[1820, 1862].map((number) => [number, expired] as const),
  ...[1203, 1226].map((number) => [number, limited] as const),
  [
    1184,
    {
      code: 'CONNECTION_FAILED',
      hint: 'The server hangs up on this account: look into its log, and at init_connect, which it runs for everybody who connects.',
    },
  ],
  [
    3032,
    {
      code: 'CONNECTION_FAILED',
      hint: 'The server lets in administrators alone: SET GLOBAL offline_mode = OFF there, or wait.',
    },
  ],
  [3159, place('tls', 'The server wants TLS: ssl-mode=REQUIRED or more.')],
  [1053, gone],
  [1927, gone],
  [1205, waited],
  [1213, waited],
  [3572, waited],
  // 1834 is what a copy of MariaDB says of values that are alike, where other tables refer to its table.
  ...[1062, 1169, 1216, 1217, 1451, 1452, 1557, 1586, 1761, 1834, 3819, 4025, 1526].map(
    (number) => [number, rows] as const,
  ),
  ...[1048, 1138, 1264, 1265, 1292, 1366, 1406, 1411, 1416, 1690, 3140, 3141, 3144, 3157].map(
    (number) => [number, values] as const,
  ),
  ...[1142, 1143, 1227, 1370, 1410, 1419, 1792, 1836].map((number) => [number, rights] as const),
  ...[1021, 1114, 1041, 1037, 3675].map((number) => [number, full] as const),
  ...[1845, 1846].map((number) => [number, another] as const),
  [1235, unmade],
  [1242, severalRows],
  ...[1215, 1825, 3780].map((number) => [number, apart] as const),
  [4092, worn],
  [olderTransactionNumber, waited],
  [unseenKeysNumber, { code: 'CHECK_FAILED', hint: keysElsewhereHint }],
  [1290, forbidden],
  [1317, { code: 'STATEMENT_FAILED', hint: 'It was cancelled on the server.' }],
]);

const noHost = place('host', 'The host did not answer: check the address and the firewalls between.');

/** The code of our own for a connection that was taken and not greeted. */
export const ungreeted = 'UNGREETED';

const anotherHost = place(
  'tls',
  'The server’s certificate is another host’s: connect by a name that it has, or ssl-mode=VERIFY_CA checks its authority alone.',
);

const outOfDate = place('tls', 'The server’s certificate has expired: it needs a new one.');

/** What the codes of Node and of the client library mean while connecting. */
export const byCode: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: {
    ...place('host', 'Nobody listens there: check host and port, and that the server runs.'),
    passes: true,
  },
  ENOENT: place('host', 'There is no such socket: check its path, and that the server runs.'),
  EACCES: place('host', 'The socket may not be opened: check the permissions of its folder.'),
  ENOTFOUND: place('host', 'The host name is not known: check how it is spelt.'),
  EAI_AGAIN: place('host', 'The host name could not be looked up: check the network.'),
  EHOSTUNREACH: noHost,
  ETIMEDOUT: noHost,
  [ungreeted]: place(
    'host',
    'Another kind of server may listen there, such as PostgreSQL or one of HTTP: check host and port. If they are right, the server is too busy to answer.',
  ),
  HANDSHAKE_NO_SSL_SUPPORT: place('tls', 'The server has no TLS: ssl-mode=DISABLED or PREFERRED goes without.'),
  HANDSHAKE_SSL_ERROR: place('tls', 'TLS did not come about: check ssl-mode, ssl-ca, ssl-cert and ssl-key.'),
  HANDSHAKE_UNKNOWN_ERROR: hungUp,
  AUTH_SWITCH_PLUGIN_ERROR: place(
    'credentials',
    'The account asks for a way of authentication that this client does not know.',
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: anotherHost,
  CERT_HAS_EXPIRED: outOfDate,
  MYSQL_CLEAR_PASSWORD_NOT_ENABLED: place(
    'credentials',
    'The account asks for the password as it is (PAM, LDAP), which is not sent: use an account with another way of authentication.',
  ),
  PROTOCOL_CONNECTION_LOST: gone,
  PROTOCOL_UNEXPECTED_PACKET: hungUp,
  PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR: gone,
  ECONNRESET: gone,
  EPIPE: gone,
};

/** What begins like this is about TLS. */
export const tlsCodes = /^(CERT_|CRL_|ERR_SSL_|ERR_TLS_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/;

/** A certificate that is not accepted. */
export const untrusted = place(
  'tls',
  'The server’s certificate was not accepted: name its authority with ssl-ca, or look at ssl-mode.',
);

/** The client library puts one code on whatever is wrong with TLS; what it was, only its words tell. */
export const tlsWords: readonly (readonly [RegExp, Meaning])[] = [
  [/altnames/, anotherHost],
  [/certificate has expired/, outOfDate],
  [/certificate/, untrusted],
];
