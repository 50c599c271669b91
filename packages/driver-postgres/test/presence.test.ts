import { inspect, type Statement } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { administer, freshDatabase, servers } from './servers.js';

interface Lone {
  readonly create: readonly string[];
  readonly drop: readonly string[];
  /** The addresses of all that is managed then, and the kinds of what is left alone. */
  readonly found: readonly string[];
}

/** One thing at a time, in a database that holds nothing else. */
const lone: Readonly<Record<string, Lone>> = {
  enum: { create: ["CREATE TYPE e AS ENUM ('a')"], drop: ['DROP TYPE e'], found: ['postgres/enum:e'] },
  domain: {
    create: ['CREATE DOMAIN d AS int CHECK (VALUE > 0)'],
    drop: ['DROP DOMAIN d'],
    found: ['postgres/domain:d', 'postgres/domain-constraint:d.d_check'],
  },
  'composite type': {
    create: ['CREATE TYPE c AS (a int)'],
    drop: ['DROP TYPE c'],
    found: ['postgres/composite-type:c'],
  },
  'range type': {
    create: ['CREATE TYPE r AS RANGE (subtype = int)'],
    drop: ['DROP TYPE r'],
    found: ['postgres/range-type:r'],
  },
  collation: {
    create: [`CREATE COLLATION l FROM "C"`],
    drop: ['DROP COLLATION l'],
    found: ['postgres/collation:l'],
  },
  sequence: { create: ['CREATE SEQUENCE s'], drop: ['DROP SEQUENCE s'], found: ['sequence:s'] },
  view: { create: ['CREATE VIEW v AS SELECT 1 AS a'], drop: ['DROP VIEW v'], found: ['view:v'] },
  'materialized view': {
    create: ['CREATE MATERIALIZED VIEW m AS SELECT 1 AS a', 'ALTER MATERIALIZED VIEW m ALTER a SET STATISTICS 5'],
    drop: ['DROP MATERIALIZED VIEW m'],
    found: ['postgres/materialized-view:m', 'statistics of column'],
  },
  'table without columns': { create: ['CREATE TABLE t ()'], drop: ['DROP TABLE t'], found: ['table:t'] },
  function: {
    create: ["CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'"],
    drop: ['DROP FUNCTION f'],
    found: ['postgres/function:f()'],
  },
  aggregate: {
    create: ['CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int)'],
    drop: ['DROP AGGREGATE g(int)'],
    found: ['postgres/aggregate:g(integer)'],
  },
  'text search dictionary': {
    create: ['CREATE TEXT SEARCH DICTIONARY x (TEMPLATE = simple)'],
    drop: ['DROP TEXT SEARCH DICTIONARY x'],
    found: ['postgres/text-search-dictionary:x'],
  },
  'text search configuration': {
    create: ['CREATE TEXT SEARCH CONFIGURATION x (COPY = simple)'],
    drop: ['DROP TEXT SEARCH CONFIGURATION x'],
    found: ['postgres/text-search-configuration:x'],
  },
  publication: {
    create: ['CREATE PUBLICATION p'],
    drop: ['DROP PUBLICATION p'],
    found: ['postgres/publication:p'],
  },
  schema: { create: ['CREATE SCHEMA o'], drop: ['DROP SCHEMA o'], found: ['schema:o'] },
  'default privileges': {
    create: ['ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC'],
    drop: ['ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC'],
    found: ['default privileges'],
  },
  operator: {
    create: ['CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)'],
    drop: ['DROP OPERATOR === (int, int)'],
    found: ['operator'],
  },
  'operator family': {
    create: ['CREATE OPERATOR FAMILY y USING btree'],
    drop: ['DROP OPERATOR FAMILY y USING btree'],
    found: ['operator family'],
  },
  cast: {
    create: ['CREATE CAST (int AS point) WITH INOUT'],
    drop: ['DROP CAST (int AS point)'],
    found: ['cast'],
  },
  'foreign data wrapper': {
    create: ['CREATE FOREIGN DATA WRAPPER w'],
    drop: ['DROP FOREIGN DATA WRAPPER w'],
    found: ['foreign data wrapper'],
  },
};

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  /** What is found, and how many questions that took. */
  const look = async (url: string) => {
    await using connection = await driver.connect(driver.options({ url, directory: '.' }), { access: 'read' });
    const asked: Statement[] = [];
    const query = connection.query.bind(connection);
    connection.query = (statement, options) => {
      asked.push(statement);
      return query(statement, options);
    };
    const { catalogue, unmanaged } = await inspect(connection, driver, {});
    const found = [...Array.from(catalogue, ({ address }) => String(address)), ...unmanaged.map(({ kind }) => kind)];
    return { found: found.sort(), asked: asked.length };
  };

  test('what there is is found where there is nothing else, and little is asked of it', async () => {
    await using database = await freshDatabase(server.url);
    const empty = await look(database.url);
    for (const [title, { create, drop, found }] of Object.entries(lone)) {
      await administer(database.url, ...create);
      const seen = await look(database.url);
      await administer(database.url, ...drop);
      expect.soft(seen.found, title).toEqual([...empty.found, ...found].sort());
      expect.soft(seen.asked - empty.asked, title).toBeLessThan(10);
    }
    expect(await look(database.url)).toEqual(empty);
    expect(empty.asked).toBeLessThan(10);
  });
});
