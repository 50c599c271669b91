import { isIP } from 'node:net';
import { checkServerIdentity, TLSSocket } from 'node:tls';
import { SyncError } from '@sync/core';
import { type AuthPlugin, authPlugins, type Connection } from 'mysql2';
import { labelOf, type MysqlOptions } from './options.js';

/** How a client asks for the key that a password is to be encrypted for. */
const keyRequests = { caching_sha2_password: 2, sha256_password: 1 } as const;

/** The ways of authentication that send a password which whoever answers can read: not before it is known who that is. */
export function passwordPlugins(
  options: MysqlOptions,
  isPrivate: boolean,
): Readonly<Record<keyof typeof keyRequests, AuthPlugin>> {
  const { serverPublicKey } = options;
  const given = serverPublicKey === undefined ? {} : { serverPublicKey };
  const guard = (name: keyof typeof keyRequests): AuthPlugin => {
    const plugin = authPlugins[name](given);
    return ((context) => {
      const answer = plugin(context);
      return async (data) => {
        const stranger = strangerIn(context.connection, options);
        if (stranger) throw carrying(stranger);
        const reply = await answer(data);
        const asksForKey = Buffer.isBuffer(reply) && reply.length === 1 && reply[0] === keyRequests[name];
        if (asksForKey && !isPrivate && !options.getServerPublicKey) throw carrying(keyUnknown(options));
        return reply;
      };
    }) as AuthPlugin;
  };
  return {
    caching_sha2_password: guard('caching_sha2_password'),
    sha256_password: guard('sha256_password'),
  };
}

/** Whether the client library compares a certificate with `localhost` in the place of the address. */
export function isByAddress({ sslMode, host, socket }: MysqlOptions): boolean {
  return sslMode === 'VERIFY_IDENTITY' && socket === undefined && isIP(host) !== 0;
}

/** What is wrong with a certificate that is to be that of the address which was connected to. */
export function strangerIn(connection: Connection, options: MysqlOptions): Error | undefined {
  if (!isByAddress(options)) return undefined;
  const { stream } = connection as unknown as { readonly stream: unknown };
  if (!(stream instanceof TLSSocket)) throw new TypeError('it speaks TLS');
  return checkServerIdentity(options.host, stream.getPeerCertificate());
}

/** The client library puts a code of its own on what is thrown while somebody is let in. */
function carrying(cause: Error): Error {
  return new Error(cause.message, { cause });
}

/** What was thrown here, behind the code of the client library. */
export function carriedBy(error: Error & { readonly code?: unknown }): Error {
  return error.code === 'AUTH_SWITCH_PLUGIN_ERROR' && error.cause instanceof Error ? error.cause : error;
}

function keyUnknown(options: MysqlOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: without TLS this account’s password would be encrypted for a key that nobody vouches for`,
    hint: 'Use TLS (ssl-mode=REQUIRED or more) or a socket; or name the server’s key with server-public-key-path, or take whatever key is shown with get-server-public-key=true.',
    details: { reason: 'tls' },
  });
}
