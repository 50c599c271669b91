import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Node, RqliteOptions } from './options.js';

/** What a node answered. */
export interface Reply {
  readonly status: number;
  /** The version of rqlite; undefined where something else answers. */
  readonly version: string | undefined;
  /** Where the leader is, where the node sends us on. */
  readonly location: string | undefined;
  readonly body: string;
}

/** Why there is no answer. */
export class NoReply extends Error {
  override readonly name = 'NoReply';

  /** `reached` tells whether the node may have taken the request all the same. */
  constructor(
    readonly reached: boolean,
    cause: Error,
  ) {
    super(cause.message || (cause as NodeJS.ErrnoException).code || 'no answer', { cause });
  }
}

/** What to send, and for how long to wait. */
export interface Sending {
  readonly path: string;
  readonly body: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends one request, once. Each has a connection of its own: on one that was kept open a node may have hung up just now, and nobody could tell whether it took the
 * request.
 */
export function send(node: Node, options: RqliteOptions, sending: Sending): Promise<Reply> {
  const { path, body, timeoutMs, signal } = sending;
  const { tls, user, password = '' } = options;
  return new Promise((settle, fail) => {
    let reached = false;
    const refuse = (cause: Error) => fail(new NoReply(reached, cause));
    const outgoing = (tls ? requestSecure : requestPlain)({
      method: 'POST',
      host: node.host,
      port: node.port,
      path,
      agent: false,
      headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      ...(user !== undefined && { auth: `${user}:${password}` }),
      ...(signal && { signal }),
      ...tls,
    });
    // From here on the request may have been taken.
    outgoing.once('socket', (socket) => socket.once(tls ? 'secureConnect' : 'connect', () => (reached = true)));
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    outgoing.once('error', refuse).once('close', () => clearTimeout(timer));
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', refuse);
      incoming.once('aborted', () => refuse(new Error('the answer broke off')));
      incoming.once('end', () => {
        const { statusCode: status = 0, headers } = incoming;
        const version = headers['x-rqlite-version'];
        settle({
          status,
          version: Array.isArray(version) ? version[0] : version,
          location: headers.location,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.end(body);
  });
}
