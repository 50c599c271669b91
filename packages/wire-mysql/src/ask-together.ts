import { type ExecuteOptions, isSyncError, type SyncError } from '@sync/core';
import { openClient } from './open.js';
import { MysqlSession, type ServerIdentity } from './session.js';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** How many questions go into one text. */
const most = 200;

/** Names are quoted alike, whatever the server has set. Definitions wait for whoever changes what they define, by themselves for a year. */
const settings = (seconds: number) =>
  `SET SESSION sql_mode = '', sql_quote_show_create = 1, lock_wait_timeout = ${seconds}`;

/**
 * Asks what the kinds have to ask by many statements, in one round trip: over a session of its own, since one that takes several statements in a text takes those, too, that
 * somebody hid in one. What fails by itself is answered with undefined.
 */
export async function askTogether(
  near: MysqlSession,
  texts: readonly string[],
  { signal }: ExecuteOptions = {},
): Promise<readonly (Rows | undefined)[]> {
  const { options } = near;
  const client = await openClient(options, signal, { database: options.database, together: true });
  const session = new MysqlSession(client, options);
  session.lockWaitSeconds = near.lockWaitSeconds;
  try {
    session.server = await serverOf(session, near, signal);
    const found: (Rows | undefined)[] = [];
    for (let start = 0; start < texts.length; start += most) {
      found.push(...(await askSome(session, texts.slice(start, start + most), signal)));
    }
    return found;
  } finally {
    await session.close();
  }
}

/** An address may lead a second session to another server than the first. */
async function serverOf(
  session: MysqlSession,
  { server }: MysqlSession,
  signal: AbortSignal | undefined,
): Promise<ServerIdentity | undefined> {
  if (server === undefined) return undefined;
  const text = `SELECT ${server.asked} AS 'is'`;
  const [row] = await session.send<Pick<ServerIdentity, 'is'>>({ text }, { op: 'query', signal });
  return row && { asked: server.asked, is: row.is };
}

async function askSome(
  session: MysqlSession,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly (Rows | undefined)[]> {
  try {
    const answers = await session.send<unknown>(
      { text: [settings(session.lockWaitSeconds), ...texts].join(';\n') },
      { op: 'query', signal },
    );
    return answers.slice(1) as readonly Rows[];
  } catch (error) {
    if (signal?.aborted || !isOfOne(error, session)) throw error;
    const [only] = texts;
    if (texts.length === 1 || only === undefined) return [undefined];
    // One of many may be the one that fails: the others are asked again in halves.
    const middle = Math.ceil(texts.length / 2);
    return [
      ...(await askSome(session, texts.slice(0, middle), signal)),
      ...(await askSome(session, texts.slice(middle), signal)),
    ];
  }
}

/** Whether only what was asked about is to blame: it is gone by now, or shown to others alone. */
function isOfOne(error: unknown, session: MysqlSession): error is SyncError {
  return isSyncError(error) && !session.gone.aborted && error.code !== 'LOCK_TIMEOUT';
}
