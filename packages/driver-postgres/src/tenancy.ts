import { globTest, type Site, SyncError, type Tenancy } from '@sync/core';
import { fingerprintSchemas } from './fingerprints.js';
import { isMissing, startBeside } from './making.js';
import { isSchemaName, readOptions } from './options.js';
import { startSession } from './start-session.js';

/** Tenants as databases of a server. */
export const databaseTenancy: Tenancy = {
  async *list(site, pattern, { signal }) {
    const options = readOptions({ ...site, url: urlOf(site) });
    const { session } = await startSession(options, 'read', signal).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
      return startBeside(options, 'scratch', error, signal);
    });
    try {
      const found = await session.send<{ readonly name: string }>(
        {
          text: `
            SELECT d.datname::text AS name
            FROM pg_catalog.pg_database d
            WHERE d.datallowconn AND NOT d.datistemplate AND d.datname !~ '^_schema_sync_scratch_'
            ORDER BY d.datname COLLATE "C"`,
        },
        { op: 'fleet', signal },
      );
      const test = globTest(pattern);
      for (const { name } of found) if (test(name)) yield name;
    } finally {
      await session.close();
    }
  },
  at(site, name) {
    const { settings, directory } = site;
    const input = { url: withDatabase(urlOf(site), name), directory, ...(settings && { settings }) };
    if (isWhole(name) && readOptions(input).database === name) return input;
    throw new SyncError({
      code: 'TENANT_INVALID',
      op: 'fleet',
      message: `${JSON.stringify(name)} cannot be the database of a tenant`,
      hint: 'Name a database, and take dbname out of the fleet’s url.',
    });
  },
};

/** Tenants as schemas of one database. What lies in `public`, and in schemas that the pattern does not meet, they share. */
export const schemaTenancy: Tenancy = {
  isWithin: true,
  async *list(site, pattern, { signal }) {
    const { session } = await startSession(readOptions({ ...site, url: urlOf(site) }), 'read', signal);
    try {
      const text = 'SELECT n.nspname::text AS name FROM pg_catalog.pg_namespace n ORDER BY n.nspname COLLATE "C"';
      const found = await session.send<{ readonly name: string }>({ text }, { op: 'fleet', signal });
      const test = globTest(pattern);
      for (const { name } of found) if (isSchemaName(name) && test(name)) yield name;
    } finally {
      await session.close();
    }
  },
  fingerprints: (site, pattern, { signal }) =>
    fingerprintSchemas(readOptions({ ...site, url: urlOf(site) }), pattern, signal),
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
};

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
