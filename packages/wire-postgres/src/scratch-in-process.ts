import { type Connection, throwIfAborted } from '@sync/core';
import { likeness, quoteName } from '@sync/dialect-postgres';
import { type Makeshift, PostgresConnection } from './connection.js';
import type { PostgresOptions } from './options.js';
import { type Embedded, isPgliteInstalled, openPglite } from './pglite.js';
import { settleScratch } from './scratch-settings.js';
import type { PostgresSession } from './session.js';
import { type Started, settleSession } from './start-session.js';
import { extensionsOf, supplyFrom } from './supply-from.js';

/** A scratch database in this process, near no server. */
export async function openInProcess(options: PostgresOptions, signal?: AbortSignal): Promise<Connection> {
  throwIfAborted(signal, 'scratch');
  const embedded = await openPglite(options);
  return started(embedded, async () => ({ onClosed: async () => {}, supply: async () => false }));
}

/** The same in place of one on a server, with that server's roles and extensions; or why it will not do. */
export async function openInstead(target: Started, onClosed: () => Promise<void>): Promise<Connection | string> {
  if (!isPgliteInstalled()) return 'PGlite, which could do without, is not installed';
  const embedded = await openPglite({ ...target.options, embedded: true, pooler: 'session' });
  try {
    return await started(embedded, async (own) => {
      const reason = await reasonAgainst(target, own, embedded);
      if (reason !== undefined) throw new NotEnough(reason);
      await bringRoles(target, own.session);
      return { onClosed, supply: () => supplyFrom(target.session, own.session) };
    });
  } catch (error) {
    if (error instanceof NotEnough) return error.message;
    throw error;
  }
}

class NotEnough extends Error {}

async function started(embedded: Embedded, makeshift: (own: Started) => Promise<Makeshift>): Promise<Connection> {
  try {
    const own = await settleSession(embedded.opened, 'scratch');
    const { onClosed, supply } = await makeshift(own);
    await settleScratch(own.session);
    const close = async () => {
      await embedded.close();
      await onClosed();
    };
    return new PostgresConnection(own, 'write', { onClosed: close, supply });
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function reasonAgainst(target: Started, own: Started, { extensions }: Embedded): Promise<string | undefined> {
  const [here, there] = [own.server.version[0], target.server.version[0]];
  if (likeness(target.server, own.server) !== 'alike') return `PGlite is version ${here}, and the server is ${there}`;
  const [first] = (await extensionsOf(target.session)).filter(({ name }) => !extensions.has(name));
  return first && `PGlite does not carry the extension ${first.name} of the target`;
}

/** Grants and policies name roles, and whoever connects owns what is made. */
async function bringRoles({ session, options }: Started, into: PostgresSession): Promise<void> {
  const missing = `
SELECT rolname::text AS name FROM pg_catalog.pg_roles
WHERE NOT pg_catalog.starts_with(rolname::text, 'pg_') AND rolname <> 'postgres'`.trim();
  for (const { name } of await session.send<{ readonly name: string }>({ text: missing }, { op: 'scratch' })) {
    await into.send({ text: `CREATE ROLE ${quoteName(name)} SUPERUSER` }, { op: 'scratch' });
  }
  await into.send({ text: `SET SESSION AUTHORIZATION ${quoteName(options.user)}` }, { op: 'scratch' });
}
