import { globTest, type Site, SyncError, type Tenancy } from '@sync/core';
import { type Flavour, ofTenants } from '@sync/dialect-mysql';
import { fingerprintDatabases } from './fingerprints.js';
import { type MysqlOptions, readOptions } from './options.js';
import { type Started, startSession } from './start-session.js';

const isTenants = ofTenants('s.schema_name');

/** Tenants as databases of a server. */
export function databaseTenancy(flavour: Flavour, protocols: readonly [string, ...string[]]): Tenancy {
  const within = async <R>(
    site: Site,
    signal: AbortSignal | undefined,
    work: (started: Started) => Promise<R>,
  ): Promise<R> => {
    const options = optionsOf(site, protocols);
    const started = await startSession(options, { flavour, access: 'read' }, signal, { database: undefined });
    try {
      return await work(started);
    } finally {
      await started.session.close();
    }
  };
  const ask = <R>(site: Site, text: string, signal: AbortSignal | undefined): Promise<readonly R[]> =>
    within(site, signal, ({ session }) => session.send<R>({ text }, { op: 'fleet', signal }));
  return {
    async *list(site, pattern, { signal }) {
      const text = `
        SELECT s.schema_name AS 'name'
        FROM information_schema.schemata s
        WHERE ${isTenants}
        ORDER BY BINARY s.schema_name`;
      const test = globTest(pattern);
      for (const { name } of await ask<{ readonly name: string }>(site, text, signal)) if (test(name)) yield name;
    },
    fingerprints: (site, pattern, { signal }) =>
      within(site, signal, (started) => fingerprintDatabases({ ...started, signal }, pattern)),
    async sizes(site, pattern, { signal }) {
      const text = `
        SELECT s.schema_name AS 'name', COALESCE(SUM(t.data_length + t.index_length), 0) AS 'size'
        FROM information_schema.schemata s
        LEFT JOIN information_schema.tables t ON t.table_schema = s.schema_name AND t.table_type = 'BASE TABLE'
        WHERE ${isTenants}
        GROUP BY s.schema_name`;
      const test = globTest(pattern);
      const found = await ask<{ readonly name: string; readonly size: string | number }>(site, text, signal);
      return new Map(found.filter(({ name }) => test(name)).map(({ name, size }) => [name, Number(size)]));
    },
    at(site, name) {
      const { settings, directory } = site;
      const input = { url: withDatabase(urlOf(site, protocols), name), directory, ...(settings && { settings }) };
      if (isWhole(name) && readOptions(input, protocols).database === name) return input;
      throw new SyncError({
        code: 'TENANT_INVALID',
        op: 'fleet',
        message: `${JSON.stringify(name)} cannot be the database of a tenant`,
        hint: `Name a database: 1 to ${longestName} characters.`,
      });
    },
  };
}

/** The server of a fleet has no database of its own: any name does, since none is entered. */
function optionsOf(site: Site, protocols: readonly [string, ...string[]]): MysqlOptions {
  const { settings, directory, door } = site;
  const url = withDatabase(urlOf(site, protocols), 'tenants');
  return readOptions({ url, directory, ...(settings && { settings }), ...(door && { door }) }, protocols);
}

/** A NUL ends a name when somebody connects: that would be another database. One that is too long is none of any server. */
function isWhole(name: string): boolean {
  return name !== '' && !name.includes('\0') && [...name].length <= longestName;
}

const longestName = 64;

function urlOf({ url }: Site, [protocol]: readonly [string, ...string[]]): string {
  if (url !== undefined) return url;
  throw new SyncError({
    code: 'CONFIG_INVALID',
    op: 'fleet',
    message: 'a fleet of databases needs the url of their server',
    hint: `For example: url: ${protocol}://app@db.example.com.`,
  });
}

function withDatabase(url: string, name: string): string {
  const [, authority = '', query = ''] = /^([^:]+:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/s.exec(url) ?? [];
  return `${authority}/${encodeURIComponent(name)}${query}`;
}
