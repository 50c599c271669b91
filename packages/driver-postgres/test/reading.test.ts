import { createEngine, inspectScopes, type SchemaObject, tenantContext } from '@sync/core';
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

  test('a schema among others is read as it is read with them', async () => {
    await using database = await freshDatabase(server.url);
    const filled = (schema: string) => [
      `CREATE SCHEMA ${schema}`,
      `SET search_path = ${schema}`,
      "CREATE TYPE mood AS ENUM ('sad')",
      'CREATE TYPE pair AS (a integer, m mood[])',
      'CREATE DOMAIN few AS integer CONSTRAINT lowest CHECK (VALUE < 9)',
      "COMMENT ON CONSTRAINT lowest ON DOMAIN few IS 'not many'",
      'CREATE TYPE span AS RANGE (subtype = integer)',
      'CREATE TYPE named',
      'CREATE SEQUENCE counter',
      'CREATE TABLE a (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m mood[], p pair, s span, f few, t text) WITH (toast.autovacuum_enabled = false)',
      'CREATE TABLE b (id integer REFERENCES a, n integer CONSTRAINT least CHECK (n > 0)) PARTITION BY LIST (n)',
      'CREATE TABLE b_1 PARTITION OF b FOR VALUES IN (1)',
      'CREATE TABLE typed OF pair',
      'CREATE TABLE heir (more text) INHERITS (a)',
      'CREATE INDEX by_t ON a (lower(t))',
      'CREATE INDEX by_n ON b (n)',
      'CREATE VIEW v AS SELECT a.id, b.n FROM a JOIN b ON a.id = b.id',
      'CREATE MATERIALIZED VIEW m AS SELECT id FROM a',
      'ALTER MATERIALIZED VIEW m ALTER id SET STATISTICS 5',
      'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$',
      'CREATE PROCEDURE work() LANGUAGE sql AS $$ SELECT 1 $$',
      'CREATE FUNCTION of_mood(mood) RETURNS pair LANGUAGE sql AS $$ SELECT NULL::pair $$',
      'CREATE CAST (mood AS pair) WITH FUNCTION of_mood(mood)',
      'CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer)',
      'CREATE FUNCTION same(mood, mood) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
      'CREATE OPERATOR === (LEFTARG = mood, RIGHTARG = mood, FUNCTION = same)',
      'CREATE TRIGGER touched BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch()',
      'CREATE POLICY own ON a USING (id > 0)',
      'CREATE RULE quiet AS ON DELETE TO a DO ALSO NOTIFY gone',
      'CREATE STATISTICS pairs ON id, t FROM a',
      'CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple)',
      'CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)',
      "CREATE COLLATION c (locale = 'C')",
      ...['POLICY own ON a', 'TRIGGER touched ON a', 'RULE quiet ON a', 'CONSTRAINT least ON b', 'INDEX by_t'].map(
        (what) => `COMMENT ON ${what} IS 'said'`,
      ),
      ...['COLUMN v.n', 'TYPE pair', 'FUNCTION touch()', 'STATISTICS pairs', 'COLLATION c'].map(
        (what) => `COMMENT ON ${what} IS 'said'`,
      ),
      'GRANT SELECT (t) ON a TO PUBLIC',
      `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT ON TABLES TO PUBLIC`,
    ];
    await administer(database.url, ...filled('one'), ...filled('two'));
    await using connection = await driver.connect(driver.options({ url: database.url, directory: '.' }), {
      access: 'read',
    });
    const read = (path: readonly string[]) =>
      inspectScopes(connection, connection.server, driver, [{ path }], { with: ['owners', 'grants'] });
    const [[all], [alone]] = [await read([]), await read(['one'])];
    // A cast lies in no schema, and counts as that of one where nothing else is read.
    const kindsIn = (found: typeof all, isOwn: (object: SchemaObject) => boolean) =>
      [...(found?.catalogue ?? [])]
        .filter((each) => isOwn(each) && each.kind !== 'postgres/cast')
        .map(({ kind }) => kind)
        .sort();
    const own = kindsIn(all, (object) => driver.schemaOf?.(object) === 'one' && object.kind !== 'schema');
    expect(own.length).toBeGreaterThan(40);
    expect(kindsIn(alone, (object) => driver.schemaOf?.(object) !== undefined)).toEqual(own);
    const left = (found: typeof all) =>
      found?.unmanaged.filter((each) => each.in === undefined || !each.in.startsWith('two')).map(({ kind }) => kind);
    expect(new Set(left(alone))).toEqual(new Set(left(all)));
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
