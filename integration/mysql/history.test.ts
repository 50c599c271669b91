import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const servers = family.filter(({ scheme }) => scheme === 'mariadb');

describe.each(servers)('$name', ({ driver, scheme, url }) => {
  const engine = createEngine({ driver });

  test.skipIf(url === '')('what rows were like before is there after a change, in its columns', async () => {
    await using from = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    await using to = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const prices = (more: string) => `CREATE TABLE prices (id INT PRIMARY KEY, price ${more}) WITH SYSTEM VERSIONING;`;
    await runIn(from.url, `${prices('INT')} INSERT INTO prices VALUES (1, 10); UPDATE prices SET price = 11;`);
    await runIn(to.url, prices("BIGINT, note VARCHAR(9) DEFAULT 'x'"));
    const tenant = tenantContext({ id: 'default', target: { url: from.url, directory: '/' } });
    const { report } = await engine.sync(tenant, to.url, { allow: 'all' });
    expect(report?.outcome).toBe('done');
    const rows = await runIn(from.url, 'SELECT price, note FROM prices FOR SYSTEM_TIME ALL ORDER BY price');
    expect(rows).toEqual([
      { price: 10, note: 'x' },
      { price: 11, note: 'x' },
    ]);
  });

  test.skipIf(url === '')(
    'periods of an application, and histories in partitions, are left alone and named',
    async () => {
      await using database = await freshMysqlDatabase(url, scheme);
      await runIn(
        database.url,
        `CREATE TABLE stays (room INT, since DATE, until DATE, PERIOD FOR stay (since, until), UNIQUE (room, stay WITHOUT OVERLAPS));
       CREATE TABLE prices (id INT PRIMARY KEY) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME (PARTITION old HISTORY, PARTITION now CURRENT);
       CREATE TABLE plain (a INT NOT NULL, b INT NOT NULL, CHECK (a < b))`,
      );
      const tenant = tenantContext({ id: 'default', target: { url: database.url, directory: '/' } });
      const { unmanaged, catalogue } = await engine.inspect(tenant);
      expect(unmanaged.map(({ name, reason }) => [name, reason])).toEqual([
        ['prices', 'tables whose history lies in partitions are not covered yet'],
        ['stays', 'tables with periods of an application are not covered yet'],
      ]);
      expect([...catalogue].map(({ name }) => name)).toEqual(['plain']);
    },
  );
});
