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

const schema = `
CREATE TABLE t (id int PRIMARY KEY, a int, words text, FULLTEXT KEY words (words), CHECK (a > 0), FOREIGN KEY (a) REFERENCES t (id));
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
    expect([...catalogue]).toHaveLength(3);
    const texts = asked.map(({ text }) => text).filter((text) => /information_schema/i.test(text));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) {
      // https://mariadb.com/kb/en/information-schema-tables/: how many databases it goes through for that stands in the plan.
      const plan = await runIn(database.url, `EXPLAIN ${text}`);
      expect(JSON.stringify(plan), text).not.toContain('Scanned all databases');
    }
  });
});
