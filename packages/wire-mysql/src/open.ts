import type { Socket } from 'node:net';
import { isSyncError, SyncError, throwIfAborted } from '@sync/core';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2';
import { carriedBy, isByAddress, passwordPlugins, strangerIn } from './authentication.js';
import { ed25519Plugin } from './ed25519.js';
import { toSyncError } from './errors.js';
import { ungreeted } from './meanings.js';
import { labelOf, type MysqlOptions, serverOf } from './options.js';

/** Where a session begins: in the database of the options, in another, or in none. */
export interface Within {
  readonly database: string | undefined;
  /** Whether it may be sent several statements in one text: never where somebody else wrote them. */
  readonly together?: true;
  /** Whether it can be done without, where as many are open as there may be. */
  readonly spare?: true;
}

/** Opens a session. Failures say which of the many ways of not being let in it was. */
export async function openClient(options: MysqlOptions, signal?: AbortSignal, within?: Within): Promise<Connection> {
  const { door } = options;
  if (!door) return openEitherWay(options, signal, within);
  return door.open(
    serverOf(options),
    async (over) => {
      const client = await openEitherWay(options, signal, within);
      const socket = socketOf(client);
      if (socket.destroyed) over();
      else socket.once('close', over);
      return client;
    },
    { signal, spare: within?.spare ?? false, capacity },
  );
}

/** How many sessions the server lets in, beside the one that it keeps for its administrators. */
async function capacity(client: Connection): Promise<number> {
  const rows = await new Promise<unknown>((settle, fail) =>
    client.query("SELECT @@global.max_connections AS 'room'", (error, found) => (error ? fail(error) : settle(found))),
  );
  return Number((rows as readonly { readonly room: number }[])[0]?.room);
}

async function openEitherWay(
  options: MysqlOptions,
  signal: AbortSignal | undefined,
  within: Within | undefined,
): Promise<Connection> {
  const label = labelOf(options);
  const password = await passwordOf(options);
  const ways = waysTo(options);
  for (const [i, ssl] of ways.entries()) {
    throwIfAborted(signal, 'connect');
    try {
      return await connect(configOf(options, { password, ssl, within }), options, signal);
    } catch (error) {
      throwIfAborted(signal, 'connect');
      const failure = toSyncError(error, { op: 'connect', label });
      const isLast = i === ways.length - 1;
      if (isLast || failure.details?.reason !== 'tls') throw failure;
    }
  }
  throw new TypeError('there is at least one way');
}

type Ssl = ConnectionOptions['ssl'] | false;

/** What is tried, in this order: a preference goes without TLS where there is none, and where nobody can listen. */
function waysTo(options: MysqlOptions): readonly Ssl[] {
  const { sslMode, socket, ca, cert, key, host } = options;
  if (sslMode === 'DISABLED' || (sslMode === 'PREFERRED' && socket !== undefined)) return [false];
  const own = {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
  switch (sslMode) {
    case 'PREFERRED':
      return [{ ...own, rejectUnauthorized: false }, false];
    case 'REQUIRED':
      return [{ ...own, rejectUnauthorized: false }];
    case 'VERIFY_CA':
      return [{ ...own, rejectUnauthorized: true, verifyIdentity: false }];
    case 'VERIFY_IDENTITY':
      return [{ ...own, rejectUnauthorized: true, verifyIdentity: !isByAddress(options) }];
    default:
      throw new TypeError(`${String(sslMode satisfies never)} of ${host} is no mode`);
  }
}

interface Given {
  readonly password: string | undefined;
  readonly ssl: Ssl;
  readonly within: Within | undefined;
}

function configOf(options: MysqlOptions, { password, ssl, within }: Given): ConnectionOptions {
  const { host, port, socket, user, connectTimeoutMs } = options;
  const database = within ? within.database : options.database;
  return {
    ...(socket === undefined ? { host, port } : { socketPath: socket }),
    user,
    ...(password !== undefined && { password }),
    ...(database !== undefined && database !== '' && { database }),
    ...(ssl && { ssl }),
    authPlugins: {
      ...passwordPlugins(options, Boolean(ssl) || socket !== undefined),
      client_ed25519: ed25519Plugin,
    },
    connectTimeout: connectTimeoutMs,
    charset: 'utf8mb4',
    // A name and a parenthesis are a call only where nothing stands between, as in the engine's own client.
    flags: ['-IGNORE_SPACE'],
    // Values come as the server writes them, so that nothing is lost.
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: false,
    multipleStatements: within?.together ?? false,
  };
}

function connect(
  config: ConnectionOptions,
  options: MysqlOptions,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  return new Promise((settle, fail) => {
    const client = createConnection(config);
    const stop = () => {
      client.destroy();
      fail(new Error('cancelled'));
    };
    // An error between two queries has nobody else to catch it; who uses the client listens as well.
    client.on('error', () => {});
    let isReached = false;
    const socket = socketOf(client);
    socket.once('connect', () => {
      isReached = true;
    });
    signal?.addEventListener('abort', stop, { once: true });
    client.connect((error) => {
      signal?.removeEventListener('abort', stop);
      // Nothing is asked of a server before it is known to be the one that was meant.
      const failure = error
        ? carriedBy(isReached && socket.bytesRead === 0 ? orUngreeted(error) : error)
        : strangerIn(client, options);
      if (failure === undefined) return settle(client);
      client.destroy();
      fail(failure);
    });
  });
}

/** What a client speaks over, of which its types say nothing. */
function socketOf(client: Connection): Socket {
  return (client as unknown as { readonly stream: Socket }).stream;
}

/** The server speaks first: whoever takes the connection and says nothing waits for words of another protocol. */
function orUngreeted(error: Error & { readonly code?: unknown }): Error {
  if (error.code !== 'ETIMEDOUT') return error;
  const words = 'somebody listens there, and does not greet as this protocol has it';
  return Object.assign(new Error(words, { cause: error }), { code: ungreeted });
}

/** What is asked of whoever gives the password, where that is a function. */
export async function passwordOf({ password, ...options }: MysqlOptions): Promise<string | undefined> {
  if (typeof password !== 'function') return password;
  try {
    const given = await password();
    if (typeof given === 'string') return given;
    throw new TypeError('it gave something else than a text');
  } catch (cause) {
    if (isSyncError(cause)) throw cause;
    throw new SyncError({
      code: 'CONNECTION_FAILED',
      op: 'connect',
      message: `${labelOf(options)}: the function that gives the password failed`,
      hint: 'It is called for every connection, and resolves to a text.',
      cause,
      details: { reason: 'credentials' },
    });
  }
}
