import { randomBytes } from 'node:crypto';
import { type Connection, type DropRequest, isSyncError, type Statement, SyncError } from '@sync/core';
import {
  EventLedger,
  type Flavour,
  foldsNames,
  GrantLedger,
  lexisIn,
  modesOfFiles,
  scratchPrefix as prefix,
  quoteName,
  SequenceLedger,
  stillEvents,
} from '@sync/dialect-mysql';
import { MysqlConnection } from './connection.js';
import { isMissing } from './errors.js';
import { takeLock } from './lock.js';
import { labelOf, type MysqlOptions } from './options.js';
import type { MysqlSession } from './session.js';
import { type Started, startSession } from './start-session.js';

const waysOut =
  'Grant the account ALL ON `\\_schema\\_sync\\_scratch\\_%`.*, name another server of the same version with --scratch URL, or give a desired state that needs none: a snapshot or a live database.';

/** A temporary database on the same server, with the same character set and collation as the one that it is near to. */
export async function openScratch(
  near: MysqlOptions | undefined,
  flavour: Flavour,
  signal?: AbortSignal,
): Promise<Connection> {
  if (!near) {
    throw unavailable(
      'it is not known on which server a scratch database can be made',
      undefined,
      'Name a server with --scratch URL, or with url or scratch in the config. A snapshot or a live database as desired state needs no scratch.',
    );
  }
  return openTemporary(near, { flavour, access: 'write' }, signal);
}

/** A database like the one that would be made, empty and only read, for one that is not there. */
export async function openStandIn(near: MysqlOptions, flavour: Flavour, signal?: AbortSignal): Promise<Connection> {
  return openTemporary(near, { flavour, access: 'read' }, signal);
}

/** Makes the database of a URL where it is not there. */
export async function makeDatabase(options: MysqlOptions, flavour: Flavour, signal?: AbortSignal): Promise<void> {
  const { session } = await startSession(options, { flavour, access: 'write' }, signal, { database: undefined });
  try {
    await session.send(
      { text: `CREATE DATABASE IF NOT EXISTS ${quoteName(options.database)}` },
      { op: 'connect', signal },
    );
  } finally {
    await session.close();
  }
}

/** Drops the database of a target. The lock is of the session that drops it: both go together. */
export async function dropDatabase(
  options: MysqlOptions,
  flavour: Flavour,
  { signal, lock }: DropRequest = {},
): Promise<void> {
  const { session, database } = await startSession(options, { flavour, access: 'write', waitMs: lock?.waitMs }, signal);
  try {
    const holder = { session, database, run: <T>(task: () => Promise<T>) => task(), held: new Set<string>() };
    if (lock) await takeLock(holder, lock.name, { ...lock, ...(signal && { signal }) });
    await session.send({ text: `DROP DATABASE ${quoteName(options.database)}` }, { op: 'drop', signal });
  } finally {
    await session.close();
  }
}

interface Wanted {
  readonly flavour: Flavour;
  readonly access: 'read' | 'write';
}

async function openTemporary(
  near: MysqlOptions,
  { flavour, access }: Wanted,
  signal?: AbortSignal,
): Promise<Connection> {
  const maker = await startNear(near, flavour, signal);
  const { session } = maker;
  const name = `${prefix}${randomBytes(8).toString('hex')}`;
  const drop = () => send(session, { text: `DROP DATABASE IF EXISTS ${quoteName(name)}` }).catch(() => {});
  try {
    await sweep(session);
    // Whoever sweeps takes what nobody holds for a leftover of a crash.
    await send(session, { text: 'SELECT GET_LOCK(?, 0)', params: [name] });
    await send(session, { text: `CREATE DATABASE ${quoteName(name)}${await clausesOf(maker)}` });
    const started = await startSession({ ...near, database: name }, { flavour, access }, signal);
    return new MysqlConnection(started, access, {
      still: stillEvents,
      events: new EventLedger(),
      sequences: new SequenceLedger(),
      lexisIn: (mode) => lexisIn(flavour.executedComments, modesOfFiles(mode)),
      grants: new GrantLedger({
        privileges: flavour.privileges(started.server.version),
        roleHost: flavour.roleHost,
      }),
      home: { name: near.database, folds: started.server.features.has(foldsNames) },
      onClosed: async () => {
        await drop();
        await session.close();
      },
      ...(access === 'read' && { standsFor: near.database }),
    });
  } catch (error) {
    await drop();
    await session.close();
    if (!isSyncError(error) || !isRefusal(error)) throw error;
    throw unavailable(`${labelOf(near)}: this account may not create a scratch database`, error);
  }
}

/** What this account may not do is told as being let into no such database. */
function isRefusal({ code, details }: SyncError): boolean {
  return code === 'PERMISSION_DENIED' || details?.number === 1044;
}

async function startNear(near: MysqlOptions, flavour: Flavour, signal?: AbortSignal): Promise<Started> {
  const wanted = { flavour, access: 'write' } as const;
  try {
    return await startSession(near, wanted, signal);
  } catch (error) {
    if (isSyncError(error) && error.details?.readOnly === true) {
      throw unavailable(`${labelOf(near)}: no scratch database can be made on a server that only reads`, error);
    }
    if (!isMissing(error)) throw error;
    return startSession(near, wanted, signal, { database: undefined });
  }
}

/** The character set and collation of the database that scratch is near to: tables that name none get them. */
async function clausesOf({ session, database }: Started): Promise<string> {
  if (database === '') return '';
  const [row] = await send<{ readonly charset: string; readonly collation: string }>(session, {
    text: "SELECT @@character_set_database AS 'charset', @@collation_database AS 'collation'",
  });
  return row ? ` CHARACTER SET ${row.charset} COLLATE ${row.collation}` : '';
}

async function limitWait(session: MysqlSession, seconds: number): Promise<void> {
  await send(session, { text: `SET SESSION lock_wait_timeout = ${seconds}` });
}

/**
 * Drops what crashed runs left behind: whoever makes one holds a lock of its name for as long as it lives. What the server still works on for one of them is left to
 * whoever sweeps after that.
 */
async function sweep(session: MysqlSession): Promise<void> {
  const found = await send<{ readonly name: string; readonly holder: number | null }>(session, {
    text: "SELECT schema_name AS 'name', IS_USED_LOCK(schema_name) AS 'holder' FROM information_schema.schemata WHERE LEFT(schema_name, ?) = ?",
    params: [prefix.length, prefix],
  });
  const left = found.filter(({ holder }) => holder === null);
  if (left.length === 0) return;
  await limitWait(session, 1);
  for (const { name } of left) {
    // Another account's leftovers are that account's to drop.
    await send(session, { text: `DROP DATABASE IF EXISTS ${quoteName(name)}` }).catch(() => {});
  }
  await limitWait(session, session.lockWaitSeconds);
}

function send<R>(session: MysqlSession, statement: Statement): Promise<readonly R[]> {
  return session.send<R>(statement, { op: 'scratch' });
}

function unavailable(message: string, cause: unknown, hint = waysOut): SyncError {
  return new SyncError({
    code: 'SCRATCH_UNAVAILABLE',
    op: 'scratch',
    message,
    hint,
    ...(cause !== undefined && { cause }),
  });
}
