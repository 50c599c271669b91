import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { administer, freshDatabase, servers } from './servers.js';

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  test('what is read does not depend on the settings of who reads', async () => {
    await using database = await freshDatabase(server.url);
    await administer(
      database.url,
      "CREATE TABLE t (at timestamptz DEFAULT '2024-01-01 12:00+00', d date) PARTITION BY RANGE (at)",
      "CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00')",
    );
    const engine = createEngine({ driver });
    const tenant = tenantContext({ id: 'default', target: { url: database.url, directory: '.' } });
    const root = async () => (await engine.inspect(tenant)).catalogue.root;
    const before = await root();
    const name = new URL(database.url).pathname.slice(1);
    await administer(
      server.url,
      `ALTER DATABASE ${name} SET TimeZone = 'America/New_York'`,
      `ALTER DATABASE ${name} SET quote_all_identifiers = on`,
    );
    expect(await root()).toBe(before);
  });
});
