import { setTimeout } from 'node:timers/promises';
import { isSyncError, type Reading, type Scope, type Session, SyncError } from '@sync/core';
import { dependencies, dependenciesOfFew } from './dependencies.js';
import { type MemberRow, members } from './members.js';
import { type NamespaceRow, namespaces } from './namespaces.js';
import { arrayText } from './part.js';
import { parts } from './parts.js';
import { hasAny, type PresenceRow, type Present, presenceOfFewQuery, presenceQuery } from './presence.js';
import { relocateRows } from './relocate-rows.js';
import { ServerCatalogue } from './server-catalogue.js';

const readings = new WeakMap<Reading, Promise<ServerCatalogue>>();
const lastOf = new WeakMap<Session, Promise<unknown>>();

/** Reads the catalogue once an inspection, in a fixed number of queries; every kind takes its part of it. */
export function readCatalogue(reading: Reading): Promise<ServerCatalogue> {
  let known = readings.get(reading);
  if (!known) {
    known = inTurn(reading.session, () => inQuiet(() => queryAll(reading)));
    readings.set(reading, known);
  }
  return known;
}

/** A session has one search path at a time. */
function inTurn<T>(session: Session, task: () => Promise<T>): Promise<T> {
  const next = (lastOf.get(session) ?? Promise.resolve()).then(task);
  lastOf.set(
    session,
    next.catch(() => undefined),
  );
  return next;
}

/** The schemas that the scopes are, or undefined for all of a database. */
function schemasOf(scopes: readonly Scope[]): readonly string[] | undefined {
  const named = scopes.map(({ path }) => path[0]);
  return named.some((name) => name === undefined) ? undefined : named.filter((name) => name !== undefined);
}

/** The schema that is read as if it was `public`: what lies in it is compared with what lies in another. */
function ownSchema(scopes: readonly Scope[]): string | undefined {
  const [only, ...others] = scopes.map(({ path }) => path[0]);
  return others.length === 0 && only !== 'public' ? only : undefined;
}

/** A search path in which the server qualifies every name but its own, and one zone for moments in bounds and expressions, whoever asks from where. */
export const pinned = `
SELECT
  pg_catalog.set_config('search_path', 'pg_catalog', true), pg_catalog.set_config('TimeZone', 'UTC', true),
  -- What compiling takes is many times what it saves.
  pg_catalog.set_config('jit', 'off', true)`.trim();

/** What a few schemas hold is found before other processes have begun to help. */
const alone = `${pinned}, pg_catalog.set_config('max_parallel_workers_per_gather', '0', true)`;

/** A session for which some schemas are not to be read. */
interface Choosing {
  isRead(schema: string): boolean;
}

/** A session that keeps all that it is asked meanwhile in one snapshot by itself. */
interface Snapshots {
  snapshot<T>(work: () => Promise<T>): Promise<T>;
}

const attempts = 5;
const pauseMs = 100;

/**
 * What the server words for people (`pg_get_indexdef`) it looks up as of now and not in the snapshot, and fails where others dropped it since. What is asked is the
 * same each time, and names nothing but the server's own catalogues: read again, it is another snapshot.
 */
async function inQuiet<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (!isOfOthers(error)) throw error;
      if (attempt === attempts) throw restless(error);
      await setTimeout(pauseMs * attempt);
    }
  }
}

/** `internal_error` (could not open relation with OID, cache lookup failed), and what is not there, of whatever kind. */
const absences: ReadonlySet<unknown> = new Set(['XX000', '3F000', '42P01', '42703', '42704', '42883']);

function isOfOthers(error: unknown): error is SyncError {
  return isSyncError(error) && error.code === 'STATEMENT_FAILED' && absences.has(error.details?.native);
}

function restless(error: SyncError): SyncError {
  return new SyncError({
    code: 'STATEMENT_FAILED',
    op: 'inspect',
    message: `the schema could not be read, ${attempts} times in a row, as others change it meanwhile: ${error.message}`,
    hint: 'Wait until whoever creates and drops objects there is done (another run, a migration, a job), then run again. If nobody does, the server’s catalogue may be damaged.',
    cause: error,
    details: { ...error.details },
  });
}

/** Reads what a relative of PostgreSQL keeps beside the catalogue of that, with the same search path. */
export function readBeside<T>({ session }: Reading, read: () => Promise<T>): Promise<T> {
  const work = async () => {
    await session.query({ text: pinned });
    return read();
  };
  return inTurn(session, () => inQuiet(() => inSnapshot(session, work)));
}

function queryAll(reading: Reading): Promise<ServerCatalogue> {
  return inSnapshot(reading.session, () => queryParts(reading));
}

/** All in one snapshot. */
async function inSnapshot<T>(session: Session & Partial<Snapshots>, work: () => Promise<T>): Promise<T> {
  if (session.snapshot) return session.snapshot(work);
  await session.execute({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' });
  let done = false;
  try {
    const read = await work();
    done = true;
    return read;
  } finally {
    // What failed has ended the transaction already but for its name; the first error is the one that tells why.
    await session.execute({ text: done ? 'COMMIT' : 'ROLLBACK' }).catch(() => undefined);
  }
}

async function queryParts({ session, server, scopes, with: asked }: Reading): Promise<ServerCatalogue> {
  const { isRead }: Partial<Choosing> = session as Session & Partial<Choosing>;
  const named = schemasOf(scopes);
  const [, all] = await Promise.all([
    session.query({ text: named ? alone : pinned }),
    session.query<NamespaceRow>(namespaces(named)),
  ]);
  const schemas = isRead ? all.filter(({ name }) => isRead(name)) : all;
  const numbers = schemas.map(({ oid }) => oid);
  // Where all is read, what is in it is what there is.
  const few = named && arrayText((await session.query<MemberRow>(members(numbers))).map(({ oid }) => String(oid)));
  const there = await session.query<PresenceRow>(
    few === undefined ? { text: presenceQuery } : { text: presenceOfFewQuery, params: [few] },
  );
  const present: Present = new Set(there.map(({ what }) => what));
  const params = [arrayText(numbers.map(String)), few ?? null];
  // Asked all at once, so that the server is at the next while the rows of the one before are taken in.
  const own = ownSchema(scopes);
  const rows = await Promise.all(
    [...parts, few === undefined ? dependencies : dependenciesOfFew].flatMap(({ name, of, query, sql }) => {
      const text = hasAny(present, of) ? query(server.features, asked, present) : undefined;
      if (text === undefined) return [];
      const found = session.query({ text, params });
      return [found.then((all) => [name, own === undefined ? all : relocateRows(all, sql, own)] as const)];
    }),
  );
  return new ServerCatalogue(schemas, new Map(rows), scopes);
}
