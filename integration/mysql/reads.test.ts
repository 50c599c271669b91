import { tmpdir } from 'node:os';
import { type Connection, inspect, type Statement } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

/** A connection that keeps what it is asked. */
function listening(connection: Connection, asked: Statement[]): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        if (name === 'query') asked.push(given[0] as Statement);
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
}

/** Tables with all that a table can bring along, each upon the one before it. */
const tables = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `
CREATE TABLE t${i} (
  id int PRIMARY KEY, a int, b varchar(9), UNIQUE KEY named (b), CHECK (a > 0), CHECK (b <> ''),
  FOREIGN KEY (a) REFERENCES t${Math.max(0, i - 1)} (id)
);
CREATE VIEW v${i} AS SELECT id FROM t${i};`,
  ).join('');

/** How many rows the server handled for its answers. */
async function handled(connection: Connection): Promise<number> {
  const rows = await connection.query<{ readonly Value: string }>({
    text: "SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_key', 'Handler_read_next', 'Handler_read_rnd_next')",
  });
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
}

const schema = `
CREATE TABLE t (id int PRIMARY KEY, a int, words text, FULLTEXT KEY words (words), CHECK (a > 0), FOREIGN KEY (a) REFERENCES t (id));
CREATE TABLE places (id int PRIMARY KEY, place point);
CREATE VIEW v AS SELECT id FROM t;
CREATE TRIGGER fire BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;`;

describe.each(family)('what $name is asked to read a database', ({ name, scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  if (url === '') test.skip(`absent: ${name}`, () => {});

  live('opens no table of another database', async () => {
    await using database = await freshMysqlDatabase(url, scheme);
    await runIn(database.url, schema);
    const options = driver.options({ url: database.url, directory: tmpdir() });
    await using connection = await driver.connect(options, { access: 'read' });
    const asked: Statement[] = [];
    const { catalogue } = await inspect(listening(connection, asked), driver);
    expect([...catalogue]).toHaveLength(4);
    const texts = asked.map(({ text }) => text).filter((text) => /information_schema/i.test(text));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) {
      // https://mariadb.com/kb/en/information-schema-tables/: how many databases it goes through for that stands in the plan.
      const plan = await runIn(database.url, `EXPLAIN ${text.replace(/^SET STATEMENT .*? FOR /, '')}`);
      expect(JSON.stringify(plan), text).not.toContain('Scanned all databases');
    }
  });

  live('asks what parts tables have where one has any: the server opens all of them for that', async () => {
    const asksFor = async (statements: string) => {
      await using database = await freshMysqlDatabase(url, scheme);
      await runIn(database.url, statements);
      const options = driver.options({ url: database.url, directory: tmpdir() });
      await using connection = await driver.connect(options, { access: 'read' });
      const asked: Statement[] = [];
      const { catalogue } = await inspect(listening(connection, asked), driver);
      const isAsked = asked.some(({ text }) => /FROM information_schema\.partitions/.test(text));
      return { isAsked, says: JSON.stringify([...catalogue].map(({ spec, extras }) => [spec, extras])) };
    };
    expect((await asksFor(schema)).isAsked).toBe(false);
    const parted = 'CREATE TABLE p (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3;';
    const { isAsked, says } = await asksFor(`${schema}${parted}`);
    expect(isAsked).toBe(true);
    expect(says).toMatch(/hash/i);
  });

  live('handles as many rows as there is to read', { timeout: 120_000 }, async () => {
    await using none = await freshMysqlDatabase(url, scheme);
    await using some = await freshMysqlDatabase(url, scheme);
    await using more = await freshMysqlDatabase(url, scheme);
    await runIn(some.url, tables(10));
    await runIn(more.url, tables(40));
    const reading = async (from: string, objects: number) => {
      await using connection = await driver.connect(driver.options({ url: from, directory: tmpdir() }), {
        access: 'read',
      });
      const before = await handled(connection);
      const { catalogue } = await inspect(connection, driver);
      expect([...catalogue]).toHaveLength(objects);
      return (await handled(connection)) - before;
    };
    // What the server goes through for its other databases depends on what others have there at the moment: it is in what an empty one takes, too, and in one of two rounds at most while that changes.
    const rounds: number[][] = [];
    for (let round = 0; round < 2; round++)
      rounds.push([await reading(none.url, 0), await reading(some.url, 20), await reading(more.url, 80)]);
    const [ofNone = 0, ofSome = 0, ofMore = 0] = [0, 1, 2].map((which) =>
      Math.min(...rounds.map((each) => each[which] ?? 0)),
    );
    expect(ofSome).toBeGreaterThan(ofNone);
    expect(ofMore - ofNone).toBeLessThan(5 * (ofSome - ofNone));
  });
});
