import { globTest, type Site, SyncError, type Tenancy } from '@sync/core';
import type { Engine } from './engine.js';
import { fingerprintSchemas } from './fingerprints.js';
import { isMissing, startBeside } from './making.js';
import { isSchemaName, type PostgresOptions, readOptions } from './options.js';
import { startSession } from './start-session.js';

/** Tenants as databases of a server. */
export const databaseTenancy = (engine: Engine): Tenancy => ({
  async *list(site, pattern, { signal }) {
    const text = `
      SELECT d.datname::text AS name
      FROM pg_catalog.pg_database d
      WHERE ${isTenants}
      ORDER BY d.datname COLLATE "C"`;
    const test = globTest(pattern);
    for (const { name } of await askServer<{ readonly name: string }>({ ...site, engine }, text, signal))
      if (test(name)) yield name;
  },
  async sizes(site, pattern, { signal }) {
    // The server refuses the size of a database to whoever may not connect to it.
    const text = `
      SELECT d.datname::text AS name, pg_catalog.pg_database_size(d.oid)::text AS size
      FROM pg_catalog.pg_database d
      WHERE ${isTenants} AND pg_catalog.has_database_privilege(d.oid, 'CONNECT')`;
    return sizesOf(await askServer<Sized>({ ...site, engine }, text, signal), pattern);
  },
  at: databaseAt(engine),
});

/** How to connect to a database of a server by its name. */
export const databaseAt =
  (engine: Engine): Tenancy['at'] =>
  (site, name) => {
    const { settings, directory } = site;
    const input = { url: withDatabase(urlOf(site), name), directory, ...(settings && { settings }) };
    if (isWhole(name) && readOptions(input, engine).database === name) return input;
    throw new SyncError({
      code: 'TENANT_INVALID',
      op: 'fleet',
      message: `${JSON.stringify(name)} cannot be the database of a tenant`,
      hint: 'Name a database, and take dbname out of the fleet’s url.',
    });
  };

/** Tenants as schemas of one database. What lies in `public`, and in schemas that the pattern does not meet, they share. */
export const schemaTenancy = (engine: Engine): Tenancy => ({
  isWithin: true,
  async *list(site, pattern, { signal }) {
    const text = 'SELECT n.nspname::text AS name FROM pg_catalog.pg_namespace n ORDER BY n.nspname COLLATE "C"';
    const found = await askDatabase<{ readonly name: string }>({ ...site, engine }, text, signal);
    const test = globTest(pattern);
    for (const { name } of found) if (isSchemaName(name) && test(name)) yield name;
  },
  async sizes(site, pattern, { signal }) {
    // What asks the files takes a lock of each table, and would wait for whoever changes one. A table that nobody has looked at since it was filled is taken for its rows.
    const text = `
      SELECT
        n.nspname::text AS name,
        coalesce(sum(CASE
          WHEN c.relpages > 0 THEN c.relpages::bigint * pg_catalog.current_setting('block_size')::bigint
          ELSE pg_catalog.pg_stat_get_live_tuples(c.oid) * 100
        END), 0)::text AS size
      FROM pg_catalog.pg_namespace n
      LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'm', 'i')
      GROUP BY n.nspname`;
    return sizesOf(await askDatabase<Sized>({ ...site, engine }, text, signal), pattern);
  },
  ...(!engine.isUntold && {
    fingerprints: (site: Site, pattern: string, { signal }: { readonly signal?: AbortSignal }) =>
      fingerprintSchemas(optionsOf({ ...site, engine }), pattern, signal),
  }),
  at(site, name, pattern) {
    const { settings, directory } = site;
    if (isSchemaName(name))
      return {
        url: urlOf(site),
        directory,
        settings: { ...settings, schema: name, ...(pattern !== undefined && { beside: pattern }) },
      };
    throw new SyncError({
      code: 'TENANT_INVALID',
      op: 'fleet',
      message: `${JSON.stringify(name)} cannot be the schema of a tenant`,
      hint: 'Name a schema that is neither the server’s own nor public, which is everybody’s.',
    });
  },
});

/** Databases that somebody may have as his own. */
const isTenants = "d.datallowconn AND NOT d.datistemplate AND d.datname !~ '^_schema_sync_scratch_'";

/** A place of an engine that tenants share. */
interface SiteOf extends Site {
  readonly engine: Engine;
}

interface Sized {
  readonly name: string;
  readonly size: string;
}

function sizesOf(found: readonly Sized[], pattern: string): ReadonlyMap<string, number> {
  const test = globTest(pattern);
  return new Map(found.filter(({ name }) => test(name)).map(({ name, size }) => [name, Number(size)]));
}

/** Asks the server of a site; where the database of its URL is not there, beside that. */
async function askServer<R>(site: SiteOf, text: string, signal: AbortSignal | undefined): Promise<readonly R[]> {
  const options = optionsOf(site);
  const { session } = await startSession(options, 'read', signal).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return startBeside(options, 'scratch', error, signal);
  });
  try {
    return await session.send<R>({ text }, { op: 'fleet', signal });
  } finally {
    await session.close();
  }
}

async function askDatabase<R>(site: SiteOf, text: string, signal: AbortSignal | undefined): Promise<readonly R[]> {
  const { session } = await startSession(optionsOf(site), 'read', signal);
  try {
    return await session.send<R>({ text }, { op: 'fleet', signal });
  } finally {
    await session.close();
  }
}

/** What a session on the server of a site is made from. */
export function optionsOf({ engine, ...site }: SiteOf): PostgresOptions {
  return readOptions({ ...site, url: urlOf(site) }, engine);
}

/** A longer name some servers cut when somebody connects, and a NUL ends it: that would be another database. */
function isWhole(name: string): boolean {
  return name !== '' && !name.includes('\0') && Buffer.byteLength(name) <= 63;
}

function urlOf({ url }: Site): string {
  if (url !== undefined) return url;
  throw new SyncError({
    code: 'CONFIG_INVALID',
    op: 'fleet',
    message: 'a fleet needs the url of the server, or of the database, that its tenants share',
    hint: 'For example: url: postgres://app@db.example.com.',
  });
}

/** The database of a URL is what stands between its authority and its parameters, however many hosts there are. */
function withDatabase(url: string, name: string): string {
  const [, authority = '', query = ''] = /^([^:]+:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/s.exec(url) ?? [];
  return `${authority}/${encodeURIComponent(name)}${query}`;
}
