import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

interface TimedSpec {
  readonly checks: readonly { readonly name: string }[];
  readonly indexes: readonly unknown[];
  readonly period?: { readonly name: string };
}

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

  test.skipIf(url === '')('the columns that bound a history are renamed, there and back', async () => {
    await using from = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    await using to = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const prices = (since: string, until: string) =>
      `CREATE TABLE prices (id INT PRIMARY KEY, price INT,
         ${since} TIMESTAMP(6) GENERATED ALWAYS AS ROW START, ${until} TIMESTAMP(6) GENERATED ALWAYS AS ROW END,
         PERIOD FOR SYSTEM_TIME (${since}, ${until})) WITH SYSTEM VERSIONING;`;
    await runIn(
      from.url,
      `${prices('since', 'until')} INSERT INTO prices (id, price) VALUES (1, 10); UPDATE prices SET price = 11;`,
    );
    await runIn(to.url, prices('valid_from', 'valid_to'));
    const tenant = tenantContext({ id: 'default', target: { url: from.url, directory: '/' } });
    const renames = [
      { at: 'a test', from: ['prices', 'since'], to: ['prices', 'valid_from'] },
      { at: 'a test', from: ['prices', 'until'], to: ['prices', 'valid_to'] },
    ];
    const { plan, report } = await engine.sync(tenant, to.url, { allow: 'all', renames });
    expect(report?.outcome).toBe('done');
    expect(JSON.stringify(plan?.up)).toContain('RENAME COLUMN `since` TO `valid_from`');
    const kept = 'SELECT price FROM prices FOR SYSTEM_TIME ALL ORDER BY price';
    expect(await runIn(from.url, kept)).toEqual([{ price: 10 }, { price: 11 }]);
    expect((await engine.down(tenant, plan ?? 'none', { allow: 'all' })).outcome).toBe('done');
    expect(await runIn(from.url, kept)).toEqual([{ price: 10 }, { price: 11 }]);
  });

  test.skipIf(url === '')('a history in partitions is kept whole, in whatever partitions it comes to lie', async () => {
    await using from = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    await using to = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const prices = (type: string, rotation: string) =>
      `CREATE TABLE prices (id INT PRIMARY KEY, price ${type}) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME ${rotation};`;
    const rows = 'INSERT INTO prices VALUES (1, 10); UPDATE prices SET price = 11; UPDATE prices SET price = 12;';
    await runIn(from.url, `${prices('INT', 'LIMIT 1000 PARTITIONS 4')} ${rows}`);
    const less = "INTERVAL 1 MONTH STARTS '2026-01-01 00:00:00' (PARTITION past HISTORY, PARTITION now CURRENT)";
    await runIn(to.url, prices('BIGINT', less));
    const tenant = tenantContext({ id: 'default', target: { url: from.url, directory: '/' } });
    const { plan, report } = await engine.sync(tenant, to.url, { allow: 'all' });
    expect(report?.outcome).toBe('done');
    const kept = 'SELECT price FROM prices FOR SYSTEM_TIME ALL ORDER BY price';
    const all = [{ price: 10 }, { price: 11 }, { price: 12 }];
    expect(await runIn(from.url, kept)).toEqual(all);
    expect((await engine.down(tenant, plan ?? 'none', { allow: 'all' })).outcome).toBe('done');
    expect(await runIn(from.url, kept)).toEqual(all);
  });

  test.skipIf(url === '')('partitions that the server adds by itself as time goes by are no difference', async () => {
    await using from = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    await using to = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const prices = (count: number) =>
      `CREATE TABLE prices (id INT PRIMARY KEY) WITH SYSTEM VERSIONING
         PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH STARTS '2026-01-01 00:00:00' AUTO PARTITIONS ${count}`;
    await runIn(from.url, prices(7));
    await runIn(to.url, prices(2));
    const tenant = tenantContext({ id: 'default', target: { url: from.url, directory: '/' } });
    const plan = await engine.plan(tenant, to.url);
    expect(plan.changes).toEqual([]);
  });

  test.skipIf(url === '')('a check that says the same as a period is none', async () => {
    await using database = await freshMysqlDatabase(url, scheme);
    await runIn(
      database.url,
      `CREATE TABLE stays (room INT, since DATE, until DATE, PERIOD FOR stay (since, until), CONSTRAINT ahead CHECK (since < until), UNIQUE (room, stay WITHOUT OVERLAPS));
       CREATE TABLE plain (a INT NOT NULL, b INT NOT NULL, CONSTRAINT ordered CHECK (a < b))`,
    );
    const tenant = tenantContext({ id: 'default', target: { url: database.url, directory: '/' } });
    const { unmanaged, catalogue } = await engine.inspect(tenant);
    expect(unmanaged).toEqual([]);
    const specs = [...catalogue].map(({ spec }) => spec as unknown as TimedSpec);
    expect(specs.map(({ checks, period }) => [checks.map(({ name }) => name), period?.name])).toEqual([
      [['ordered'], undefined],
      [['ahead'], 'stay'],
    ]);
    expect(specs[1]?.indexes).toEqual([{ name: 'room', unique: true, parts: [{ column: 'room' }], period: 'stay' }]);
  });
});
