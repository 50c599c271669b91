import { globTest, type Site, SyncError, type Tenancy, throwIfAborted } from '@sync/core';
import type cassandra from 'cassandra-driver';
import { statementError } from '../errors.js';
import { openClient } from '../open.js';
import { type CassandraOptions, labelOf, readOptions } from '../options.js';
import { readFingerprints } from './fingerprints.js';
import { isTenant, keyspaceNames } from './keyspaces.js';

/** Tenants as keyspaces of a cluster. */
export const keyspaceTenancy: Tenancy = {
  async *list(site, pattern, { signal }) {
    const test = globTest(pattern);
    const names = await ask(site, signal, keyspaceNames);
    yield* names.filter((name) => isTenant(name) && test(name));
  },
  fingerprints: (site, pattern, { signal }) =>
    ask(site, signal, (client, options) => readFingerprints(client, options, globTest(pattern))),
  at(site, name) {
    const { settings, directory } = site;
    const input = { url: withKeyspace(urlOf(site), name), directory, ...(settings && { settings }) };
    if (isTenant(name) && readOptions(input).keyspace === name) return input;
    throw new SyncError({
      code: 'TENANT_INVALID',
      op: 'fleet',
      message: `${JSON.stringify(name)} cannot be the keyspace of a tenant`,
      hint: 'Names of keyspaces are of letters, digits and _, up to 48 of them, and those of the server itself are nobody’s.',
    });
  },
};

async function ask<T>(
  site: Site,
  signal: AbortSignal | undefined,
  read: (client: cassandra.Client, options: CassandraOptions) => Promise<T>,
): Promise<T> {
  const { settings, directory } = site;
  const url = withKeyspace(urlOf(site), '');
  // Only the cluster counts, as for scratch.
  const options = readOptions({ url, directory, purpose: 'scratch', ...(settings && { settings }) });
  const client = await openClient(options, signal);
  try {
    const found = await read(client, options);
    throwIfAborted(signal, 'fleet');
    return found;
  } catch (error) {
    throw statementError(error, { op: 'fleet', statement: '' }, labelOf(options));
  } finally {
    await client.shutdown().catch(() => undefined);
  }
}

function urlOf({ url }: Site): string {
  if (url !== undefined) return url;
  throw new SyncError({
    code: 'CONFIG_INVALID',
    op: 'fleet',
    message: 'a fleet of keyspaces needs the url of their cluster',
    hint: 'For example: url: cassandra://app@one,two:9042.',
  });
}

/** Whatever the name holds, it ends up in the one place of a URL where a keyspace stands. */
function withKeyspace(url: string, keyspace: string): string {
  const [, authority = '', query = ''] = /^([^:]+:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/s.exec(url) ?? [];
  return `${authority}/${encodeURIComponent(keyspace)}${query}`;
}
