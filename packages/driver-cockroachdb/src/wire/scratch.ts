import { randomBytes } from 'node:crypto';
import { type Connection, isSyncError, SyncError } from '@sync/core';
import { labelOf, type PostgresOptions, type PostgresSession } from '@sync/wire-postgres';
import { quoteName } from '../text/names.js';
import { CockroachConnection } from './connection.js';
import { type Started, startSession } from './start-session.js';

/** How the name of every scratch database begins. */
export const scratchPrefix = '_schema_sync_scratch_';

/** How old a scratch database must be to be taken for a leftover of a crash: nothing tells which session made it. */
const abandonedAfterMs = 6 * 60 * 60_000;

/** The database that every cluster has. https://www.cockroachlabs.com/docs/stable/show-databases#preloaded-databases */
export const usualDatabase = 'defaultdb';

/** A temporary database of the same cluster. */
export async function openScratch(near: PostgresOptions | undefined, signal?: AbortSignal): Promise<Connection> {
  if (!near) {
    throw new SyncError({
      code: 'SCRATCH_UNAVAILABLE',
      op: 'scratch',
      message: 'it is not known on which cluster a scratch database can be made',
      hint: 'Name one with --scratch URL, or with url or scratch in the config. A snapshot or a live database as desired state needs no scratch.',
    });
  }
  return openTemporary(await startNear(near, signal), 'write', undefined, signal);
}

/** A database that is empty and only read, for one that is not there. */
export async function openStandIn(options: PostgresOptions, signal?: AbortSignal): Promise<Connection> {
  const at = await startSession({ ...options, database: usualDatabase }, 'scratch', signal);
  return openTemporary(at, 'read', options.database, signal);
}

/** Makes the database that a URL names. */
export async function makeDatabase(options: PostgresOptions, signal?: AbortSignal): Promise<void> {
  const { session } = await startSession({ ...options, database: usualDatabase }, 'write', signal);
  try {
    await session.send({ text: `CREATE DATABASE ${quoteName(options.database)}` }, { op: 'create', signal });
  } catch (error) {
    if (!isSyncError(error) || error.details?.native !== '42P04') throw error;
  } finally {
    await session.close();
  }
}

/** Drops the database with all that it holds. */
export async function dropDatabase(options: PostgresOptions, signal?: AbortSignal): Promise<void> {
  const { session } = await startSession({ ...options, database: usualDatabase }, 'write', signal);
  try {
    await session.send({ text: `DROP DATABASE ${quoteName(options.database)} CASCADE` }, { op: 'drop', signal });
  } finally {
    await session.close();
  }
}

/** Whether a connection failed because its database is not there. */
export function isMissing(error: unknown): boolean {
  return isSyncError(error) && error.details?.reason === 'database';
}

/** A database that is not there yet has scratch beside where it will be. */
async function startNear(near: PostgresOptions, signal?: AbortSignal): Promise<Started> {
  try {
    return await startSession(near, 'scratch', signal);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return startSession({ ...near, database: usualDatabase }, 'scratch', signal);
  }
}

async function openTemporary(
  { session, options }: Started,
  access: 'read' | 'write',
  standsFor: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const name = `${scratchPrefix}${Date.now()}_${randomBytes(4).toString('hex')}`;
  const close = async () => {
    await dropScratch(session, name);
    await session.close();
  };
  try {
    await sweep(session);
    const text = `CREATE DATABASE ${quoteName(name)}${await regionsOf(session)}`;
    await session.send({ text }, { op: 'scratch', signal });
    const started = await startSession({ ...options, database: name }, access === 'read' ? 'read' : 'scratch', signal);
    return new CockroachConnection(started, access, { onClosed: close, ...(standsFor !== undefined && { standsFor }) });
  } catch (error) {
    await close();
    if (!isSyncError(error) || error.code !== 'PERMISSION_DENIED') throw error;
    throw new SyncError({
      code: 'SCRATCH_UNAVAILABLE',
      op: 'scratch',
      message: `${labelOf(options)}: this role may not create a scratch database`,
      hint: 'ALTER ROLE … CREATEDB, name another cluster of the same version with --scratch URL, or give a desired state that needs none: a snapshot or a live database.',
      cause: error,
    });
  }
}

interface Region {
  readonly region: string;
  readonly role: string;
}

/** Tables have localities only where their database has regions: those of the database that it is near to. A cluster without any has nothing to say. */
async function regionsOf(session: PostgresSession): Promise<string> {
  const text = `SELECT region, IF("primary", 'primary', 'other') AS role FROM [SHOW REGIONS FROM DATABASE]`;
  const regions = await session.send<Region>({ text }, { op: 'scratch' }).catch((): readonly Region[] => []);
  const first = regions.find(({ role }) => role === 'primary');
  if (!first) return '';
  const all = regions.map(({ region }) => `"${region.replaceAll('"', '""')}"`).sort();
  return ` PRIMARY REGION "${first.region.replaceAll('"', '""')}" REGIONS ${all.join(', ')}`;
}

async function sweep(session: PostgresSession): Promise<void> {
  const found = await session.send<{ readonly name: string }>(
    {
      text: 'SELECT database_name AS name FROM [SHOW DATABASES] WHERE database_name LIKE $1',
      params: [`${scratchPrefix}%`],
    },
    { op: 'scratch' },
  );
  for (const { name } of found) {
    const made = Number(name.slice(scratchPrefix.length).split('_')[0]);
    if (Date.now() - made > abandonedAfterMs) await dropScratch(session, name);
  }
}

async function dropScratch(session: PostgresSession, name: string): Promise<void> {
  await session.send({ text: `DROP DATABASE IF EXISTS ${quoteName(name)} CASCADE` }, { op: 'scratch' }).catch(() => {});
}
