import { randomBytes } from 'node:crypto';
import { type Connection, type Driver, isSyncError, type Statement, SyncError } from '@sync/core';
import { quoteName } from '@sync/dialect-postgres';
import { PostgresConnection } from './connection.js';
import { raiseFence } from './fence.js';
import { cannotMake, creation, isMissing, startBeside } from './making.js';
import { labelOf, type PostgresOptions } from './options.js';
import { openInProcess, openInstead } from './scratch-in-process.js';
import { settleScratch } from './scratch-settings.js';
import type { PostgresSession } from './session.js';
import { bringShared, type Kept } from './shared.js';
import { type Started, startSession } from './start-session.js';
import { supplyFrom } from './supply-from.js';

const prefix = '_schema_sync_scratch_';
/** How old a scratch database must be to be taken for a leftover of a crash though a session still has the number of the one that made it. */
const abandonedAfterMs = 10 * 60_000;

const waysOut =
  'Grant the role CREATEDB, name another server of the same version with --scratch URL, install @electric-sql/pglite of that version, or give a desired state that needs none: a snapshot or a live database.';

const throughPooler =
  'Name the server itself with --scratch URL, install @electric-sql/pglite of its version, or give a desired state that needs none: a snapshot or a live database. Where the pooler keeps a session for each client (pool_mode = session), say so with the setting pooler: session.';

/** A temporary database on the same server, with the same encoding and locale as the one that it is near to. */
export async function openScratch(
  nearest: PostgresOptions | undefined,
  driver: Driver,
  signal?: AbortSignal,
): Promise<Connection> {
  const { schema, beside, ...near } = nearest ?? {};
  if (!isKnown(near)) {
    throw unavailable(
      'it is not known on which server a scratch database can be made',
      undefined,
      'Name a server with --scratch URL, or with url or scratch in the config; --scratch pglite needs none where @electric-sql/pglite is installed. A snapshot or a live database as desired state needs no scratch.',
    );
  }
  if (near.embedded) return openInProcess(near, signal);
  try {
    const place = await placeNear(near, signal);
    return await openTemporary(
      {
        ...place,
        ...(schema !== undefined && { part: { kept: { schema, ...(beside !== undefined && { beside }) }, driver } }),
      },
      'write',
      signal,
    );
  } catch (error) {
    if (!isSyncError(error) || !error.details?.pooler) throw error;
    return openWithout(near, error, signal);
  }
}

/** Through a pooler no temporary database can be worked in. */
async function openWithout(
  near: PostgresOptions,
  refusal: SyncError,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const target = await startSession(near, 'read', signal);
  const instead = await openInstead(target, () => target.session.close()).catch(String);
  if (typeof instead !== 'string') return instead;
  await target.session.close();
  throw unavailable(`${refusal.message}, and ${instead}`, refusal, throughPooler);
}

/** A database like the one that would be made, empty and only read, for one that is not there. */
export async function openStandIn(
  options: PostgresOptions,
  refusal: unknown,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  return openTemporary(await besides(options, refusal, signal), 'read', signal);
}

function isKnown(options: Partial<PostgresOptions>): options is PostgresOptions {
  return options.hosts !== undefined;
}

/** A server where scratch is made, and for which database. */
interface Place {
  readonly at: Started;
  /** What the database would be made with, where it is not there. */
  readonly missing?: PostgresOptions;
  /** The part of the database that is worked on, where it is not all of it. */
  readonly part?: { readonly kept: Kept; readonly driver: Driver };
}

async function placeNear(near: PostgresOptions, signal: AbortSignal | undefined): Promise<Place> {
  try {
    return { at: await startSession(near, 'scratch', signal) };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return besides(near, error, signal);
  }
}

async function besides(missing: PostgresOptions, refusal: unknown, signal: AbortSignal | undefined): Promise<Place> {
  return { at: await startBeside(missing, 'scratch', refusal, signal), missing };
}

async function openTemporary(
  { at: target, missing, part }: Place,
  access: 'read' | 'write',
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const { session, server, options: at } = target;
  const name = `${prefix}${Date.now()}_${session.pid}_${randomBytes(4).toString('hex')}`;
  const drop = () => dropAll(session, name);
  try {
    await sweep(session);
    await send(session, await creationOf(name, session, { missing, access, major: server.version[0] ?? 0 }));
    const started = await startSession({ ...at, database: name }, access === 'read' ? 'read' : 'scratch', signal);
    await settleScratch(started.session, at.engine);
    if (access === 'write') for (const text of at.engine.ground ?? []) await send(started.session, { text });
    if (part) await bringShared(target, { into: started.session, ...part });
    return new PostgresConnection(started, access, {
      ...(part && { scope: ['public'] }),
      onClosed: async () => {
        await drop();
        await session.close();
      },
      // What a new database has, its template brought.
      supply: async () => missing === undefined && !part && supplyFrom(session, started.session),
      runner: (stop) => raiseFence({ maker: started.session, options: started.options, role: name, signal: stop }),
      ...(missing && access === 'read' && { standsFor: missing.database }),
    });
  } catch (error) {
    await drop();
    if (missing && access === 'read') {
      await session.close();
      throw cannotMake(error, missing);
    }
    const refused = isSyncError(error) && error.code === 'PERMISSION_DENIED';
    const instead = refused && (await openInstead(target, () => session.close()).catch(String));
    if (instead && typeof instead !== 'string') return instead;
    await session.close();
    if (!refused) throw error;
    throw unavailable(`${labelOf(at)}: this role may not create a scratch database, and ${instead}`, error);
  }
}

interface Wanted {
  readonly missing: PostgresOptions | undefined;
  readonly access: 'read' | 'write';
  readonly major: number;
}

/** How a temporary database is made: one that stands in for another as that would be, one to build in empty. */
async function creationOf(
  name: string,
  session: PostgresSession,
  { missing, access, major }: Wanted,
): Promise<Statement> {
  if (missing && access === 'read') return creation(name, missing);
  if (missing?.encoding !== undefined || missing?.locale !== undefined)
    return creation(name, { ...missing, template: 'template0' });
  const params = [missing?.template ?? null];
  const [row] = await send<{ readonly clauses: string }>(session, { text: clausesOf(major), params });
  return { text: `CREATE DATABASE ${quoteName(name)} TEMPLATE template0 ${row?.clauses ?? ''}` };
}

/** The clauses that give a new database the encoding and the collation of another one: they decide about expressions and comparisons. */
function clausesOf(major: number): string {
  // The column was renamed when a third provider came. https://www.postgresql.org/docs/17/catalog-pg-database.html
  const locale = major >= 17 ? 'datlocale' : 'daticulocale';
  const provider =
    major < 15
      ? "''"
      : `
    CASE datlocprovider
      WHEN 'i' THEN pg_catalog.format(' LOCALE_PROVIDER icu ICU_LOCALE %L', ${locale})
      ${major >= 17 ? `WHEN 'b' THEN pg_catalog.format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', ${locale})` : ''}
      ELSE ' LOCALE_PROVIDER libc'
    END`;
  return `
SELECT
  pg_catalog.format(
    'ENCODING %L LC_COLLATE %L LC_CTYPE %L',
    pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype
  ) || ${provider} AS clauses
FROM pg_catalog.pg_database
WHERE datname = coalesce($1, pg_catalog.current_database())`.trim();
}

interface Found {
  readonly name: string;
  readonly connected: boolean;
  readonly pids: readonly number[];
}

/** Drops what crashed runs left behind: scratch databases, and roles, whose maker has gone, which a maker that lives has not. */
async function sweep(session: PostgresSession): Promise<void> {
  const found = await send<Found>(session, {
    text: `
SELECT
  made.name::text AS name,
  EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datname = made.name) AS connected,
  ARRAY(SELECT a.pid FROM pg_catalog.pg_stat_activity a WHERE a.datid IS NOT NULL) AS pids
FROM (SELECT datname FROM pg_catalog.pg_database UNION SELECT rolname FROM pg_catalog.pg_roles) made (name)
WHERE pg_catalog.starts_with(made.name::text, $1)`.trim(),
    params: [prefix],
  });
  for (const { name, connected, pids } of found) {
    const parts = name.slice(prefix.length).split('_');
    const [made, maker] = parts.map(Number);
    const isMakerGone = parts.length === 3 && maker !== undefined && !pids.includes(maker);
    // Another session may have the number by now.
    const isAbandoned = !connected && Date.now() - (made ?? 0) > abandonedAfterMs;
    if (!isMakerGone && !isAbandoned) continue;
    // What a session of a dead client is still at serves nobody. Another role's leftovers are that role's to drop.
    await dropAll(session, name);
  }
}

/** A scratch database, and the role of its name that statements may have been run as. */
async function dropAll(session: PostgresSession, name: string): Promise<void> {
  await send(session, { text: `DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)` }).catch(() => {});
  const role = { text: 'SELECT FROM pg_catalog.pg_roles WHERE rolname = $1', params: [name] };
  const isThere = await send(session, role).then(
    ({ length }) => length > 0,
    () => false,
  );
  if (isThere) await send(session, { text: `DROP ROLE IF EXISTS ${quoteName(name)}` }).catch(() => {});
}

function send<R>(session: PostgresSession, statement: Statement): Promise<readonly R[]> {
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
