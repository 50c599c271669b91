import type { Reading, Scope, Session, Statement } from '@sync/core';
import { catalogueQueries, namespaces } from './queries.js';
import type { CatalogueRows, NamespaceRow } from './rows.js';
import { type SortedCatalogue, sortOut } from './sort-out.js';

const readings = new WeakMap<Reading, Promise<SortedCatalogue>>();
const lastOf = new WeakMap<Session, Promise<unknown>>();

/** Reads the catalogue once an inspection, in a fixed number of queries; every kind takes its part of it. */
export function readCatalogue(reading: Reading): Promise<SortedCatalogue> {
  let known = readings.get(reading);
  if (!known) {
    known = inTurn(reading.session, () => queryAll(reading)).then((rows) => sortOut(rows, reading.scopes));
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

/** One snapshot, and a search path in which the server qualifies every name but its own. */
async function queryAll({ session, server, scopes }: Reading): Promise<CatalogueRows> {
  const held = server.features.has('held-transaction');
  const before = held ? undefined : { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' };
  if (before) await session.execute(before);
  let done = false;
  try {
    await session.execute({ text: 'SET LOCAL search_path = pg_catalog' });
    const found = await session.query<NamespaceRow>(namespaces(schemasOf(scopes)));
    const queries = catalogueQueries(
      found.map(({ oid }) => oid),
      server.features,
    );
    const rows: Record<string, readonly unknown[]> = { namespaces: found };
    for (const [name, query] of Object.entries<Statement>(queries)) rows[name] = await session.query(query);
    done = true;
    return rows as unknown as CatalogueRows;
  } finally {
    // What failed has ended the transaction already but for its name; the first error is the one that tells why.
    if (before) await session.execute({ text: done ? 'COMMIT' : 'ROLLBACK' }).catch(() => undefined);
    else if (done) await session.execute({ text: 'SET LOCAL search_path = public' });
  }
}
