import type { PGlite } from '@electric-sql/pglite';
import type { Connection, ConnectRequest } from '@sync/core';
import { PostgresConnection } from './connection.js';
import type { Engine } from './engine.js';
import { readOptions } from './options.js';
import { clientOf } from './pglite.js';
import { settingsOf as settled, settleSession } from './start-session.js';

/** How to connect over a PGlite that somebody else has opened. It has one session for all: what is set of it is set back. */
export function openOver(
  client: unknown,
  engine: Engine,
): ((request: ConnectRequest) => Promise<Connection>) | undefined {
  if (!isPglite(client)) return undefined;
  return (request) => inTurn(client, (leave) => connectOver(client, engine, request, leave));
}

/** Who comes last, of each client: to a session its own locks are no hindrance, so that one has it at a time. */
const turns = new WeakMap<PGlite, Promise<void>>();

async function inTurn(client: PGlite, work: (leave: () => void) => Promise<Connection>): Promise<Connection> {
  const before = turns.get(client);
  let leave = () => {};
  turns.set(client, new Promise<void>((settle) => (leave = settle)));
  await before;
  try {
    return await work(leave);
  } catch (error) {
    leave();
    throw error;
  }
}

async function connectOver(
  client: PGlite,
  engine: Engine,
  { access, waitMs }: ConnectRequest,
  leave: () => void,
): Promise<Connection> {
  const options = readOptions({ url: 'pglite', directory: process.cwd() }, engine);
  const before = await settingsOf(client);
  const opened = { client: await clientOf(client), options, ssl: false } as const;
  // A session that only reads could not be told so without telling whoever shares it.
  const started = await settleSession(opened, 'write', waitMs);
  return new PostgresConnection(started, access, {
    onClosed: async () => {
      const text = 'SELECT pg_catalog.set_config($1, $2, false)';
      for (const [name, value] of before) await client.query(text, [name, value]);
      leave();
    },
    supply: async () => false,
  });
}

/** What settling a session changes of it, as it is now. */
async function settingsOf(client: PGlite): Promise<readonly (readonly [string, string])[]> {
  const names = Object.keys(settled({}));
  const { rows } = await client.query<{ readonly name: string; readonly value: string }>(
    "SELECT name, coalesce(pg_catalog.current_setting(name, true), '') AS value FROM pg_catalog.unnest($1::text[]) AS name",
    [names],
  );
  return rows.map(({ name, value }) => [name, value] as const);
}

function isPglite(client: unknown): client is PGlite {
  const known = client as Partial<PGlite> | null;
  return typeof known?.execProtocolStream === 'function' && typeof known.query === 'function';
}
