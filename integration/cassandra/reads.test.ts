import { type Connection, inspect } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { describe, expect, test } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';

const absence = cassandraAbsence(5);

describe.skipIf(absence !== undefined)(
  `reading a keyspace${absence === undefined ? '' : `: absent: ${absence}`}`,
  () => {
    test('takes as many queries for many tables as for one', async () => {
      await using database = await freshCassandraDatabase(5);
      const options = driver.options({ url: database.url, directory: '/' });
      await using connection = await driver.connect(options, { access: 'write' });
      const make = (name: string) =>
        connection.execute({ text: `CREATE TABLE ${name} (id int PRIMARY KEY, name text)` });
      await make('first');
      const one = await counted(connection);
      for (let i = 0; i < 12; i++) await make(`more_${i}`);
      const many = await counted(connection);
      expect(many.size).toBe(13);
      expect(many.queries).toBe(one.queries);
    });

    test('waits for a table that shows a moment before its node can be asked about it', async () => {
      await using database = await freshCassandraDatabase(5);
      const options = driver.options({ url: database.url, directory: '/' });
      await using one = await driver.connect(options, { access: 'write' });
      await using other = await driver.connect(options, { access: 'read' });
      const names = Array.from({ length: 20 }, (_, i) => `soon_${i}`);
      const making = (async () => {
        for (const name of names) await one.execute({ text: `CREATE TABLE ${name} (id int PRIMARY KEY)` });
      })();
      for (const name of names) {
        while ((await other.query(driver.dialect.bookkeeping.exists(name))).length === 0);
        expect(await other.query({ text: `SELECT id FROM ${name}` })).toEqual([]);
      }
      await making;
    });
  },
);

async function counted(connection: Connection) {
  let queries = 0;
  const counting = new Proxy(connection, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name, target) as unknown;
      queries += 1;
      return target.query.bind(target);
    },
  });
  const { catalogue } = await inspect(counting, driver);
  return { size: catalogue.size, queries };
}
