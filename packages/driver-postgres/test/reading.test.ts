import { createEngine, inspectScopes, tenantContext } from '@sync/core';
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

  describe('while others drop and create', () => {
    /** Others act between the snapshot and what is asked in it, as often as said. */
    const disturbed = async (url: string, times: number) => {
      const connection = await driver.connect(driver.options({ url, directory: '.' }), { access: 'read' });
      let left = times;
      const others = () => administer(url, 'DROP TABLE t', 'CREATE TABLE t (id integer PRIMARY KEY, n integer)');
      let acting: Promise<unknown> | undefined;
      const query: typeof connection.query = async (statement, options) => {
        if (statement.params && left > 0) acting ??= others();
        await acting;
        return connection.query(statement, options);
      };
      const execute: typeof connection.execute = (statement, options) => {
        if (statement.text === 'ROLLBACK') {
          acting = undefined;
          left--;
        }
        return connection.execute(statement, options);
      };
      const session = { query, execute };
      return { connection, read: () => inspectScopes(session, connection.server, driver, [{ path: [] }]) };
    };

    test('it is read again', async () => {
      await using database = await freshDatabase(server.url);
      await administer(database.url, 'CREATE TABLE t (id integer PRIMARY KEY, n integer)');
      const { connection, read } = await disturbed(database.url, 1);
      await using _ = connection;
      const [found] = await read();
      expect([...(found?.catalogue ?? [])].map(({ kind }) => kind)).toContain('table');
    });

    test('where that never ends it is refused by name', async () => {
      await using database = await freshDatabase(server.url);
      await administer(database.url, 'CREATE TABLE t (id integer PRIMARY KEY, n integer)');
      const { connection, read } = await disturbed(database.url, 100);
      await using _ = connection;
      await expect(read()).rejects.toMatchObject({
        code: 'STATEMENT_FAILED',
        message: expect.stringContaining('as others change it meanwhile'),
        hint: expect.stringContaining('run again'),
      });
    });
  });
});
