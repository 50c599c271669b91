import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from '../mysql/place.js';
import { type FamilyServer, family } from '../mysql/servers.js';
import { schemaSync } from './support/command.js';

const start = `
CREATE TABLE customers (id int AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL);
CREATE TABLE orders (
  id int PRIMARY KEY, customer int NOT NULL, total varchar(10), KEY of_customer (customer),
  CONSTRAINT of_whom FOREIGN KEY (customer) REFERENCES customers (id)
);
CREATE VIEW spent AS SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer;
CREATE TRIGGER noted BEFORE UPDATE ON orders FOR EACH ROW SET NEW.total = CONCAT(NEW.total, '!');
INSERT INTO customers (name) VALUES ('Ada'), ('Grace'), ('Edith');
INSERT INTO orders SELECT id, id, id * 10 FROM customers;
`;

/** Both ends of a foreign key change their type, a view and a trigger are other ones, a table comes. */
const goal = `
CREATE TABLE customers (id bigint AUTO_INCREMENT PRIMARY KEY, name varchar(80) NOT NULL, since date);
CREATE TABLE orders (
  id int PRIMARY KEY, customer bigint NOT NULL, total int, KEY of_customer (customer),
  CONSTRAINT of_whom FOREIGN KEY (customer) REFERENCES customers (id)
);
CREATE TABLE refunds (id int PRIMARY KEY, of_order int, FOREIGN KEY (of_order) REFERENCES orders (id));
CREATE VIEW spent AS SELECT customer, COUNT(*) AS n, MAX(id) AS latest FROM orders GROUP BY customer;
CREATE TRIGGER noted BEFORE UPDATE ON orders FOR EACH ROW SET NEW.total = NEW.total + 1;
`;

const drivers = {
  mysql: new URL('./support/faulty-mysql.mjs', import.meta.url),
  mariadb: new URL('./support/faulty-mariadb.mjs', import.meta.url),
};
const stock =
  'SELECT c.name, o.id, o.total + 0 AS total FROM customers c JOIN orders o ON o.customer = c.id ORDER BY o.id';
const root = async ({ engine, tenant }: Place) => (await engine.inspect(tenant)).catalogue.root;

/** Every other moment is the one after a statement, which is that before the next; of those a long run takes each. */
const stride = process.env.TEST_LONG === '1' ? 2 : 6;

/** Lets a sync die before its n-th statement; false where it came to its end before that. */
async function dieAt(at: number, { url, scheme, driver }: FamilyServer): Promise<boolean> {
  await using place = await openPlace({ url, scheme, driver, start, goal });
  const folder = dirname(place.goal);
  const faulty = fileURLToPath(drivers[scheme]);
  const config = join(folder, 'faults.json');
  const target = place.tenant.target.url;
  await writeFile(config, JSON.stringify({ drivers: { use: { [scheme]: faulty } }, url: target, to: place.goal }));
  const base = await root(place);
  const rows = await place.query(stock);
  const ended = await schemaSync(['sync', '--config', config, '--yes', '--allow', 'all', '--no-prove'], {
    cwd: folder,
    env: { DIE_AT: String(at) },
  });
  await rm(config);
  expect(await place.query(stock), 'no row is lost').toEqual(rows);
  if (ended.signal === null) {
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
    return false;
  }
  const [died] = await place.engine.history(place.tenant);
  if (died) {
    expect(died.outcome).toMatch(/^(running|done)$/);
    const unsure = died.steps.filter(({ outcome }) => outcome === 'running');
    expect(unsure.length, 'of one step at most it is not known whether it held').toBeLessThan(2);
  }
  const { report } = await place.sync({ online: 'never', prove: false });
  expect((await place.sync({ dryRun: true })).inSync, 'the next run converges').toBe(true);
  expect(await place.query(stock), 'no row is lost').toEqual(rows);
  const [last] = await place.engine.history(place.tenant);
  expect(last?.outcome, 'where nothing is left to be done, nothing is written').toBe(report ? 'done' : died?.outcome);
  if (!died && report) {
    await place.engine.down(place.tenant, report.run, { allow: 'all' });
    expect(await root(place)).toBe(base);
  }
  return true;
}

// The two that are newest: each death is a process and a database of its own.
describe.each(family.filter(({ name }) => name !== 'mariadb-10'))('$name', (server) => {
  test.skipIf(server.url === '')(
    'a process that dies between two statements leaves rows as they were, and the next run converges',
    { timeout: 600_000 },
    async () => {
      const deaths = async (first: number) => {
        let at = first;
        while (await dieAt(at, server)) at += 2 * stride;
        return (at - first) / stride;
      };
      const [some, others] = await Promise.all([deaths(1), deaths(1 + stride)]);
      expect(some + others, 'they had their turn to the end').toBeGreaterThan(40 / stride);
    },
  );

  test.skipIf(server.url === '')('a journal that a process which died brought up to date in part is used', async () => {
    await using place = await openPlace({ ...server, start, goal: start.replace(/INSERT.*/gs, '') });
    await place.desire(`${start.replace(/INSERT.*/gs, '')} CREATE TABLE one_more (id int PRIMARY KEY);`);
    const first = await place.sync({ prove: false });
    // As the release before made it, and one of the two columns that came since.
    await place.query('ALTER TABLE _schema_sync_runs DROP COLUMN role_name');
    await place.query('DROP TABLE _schema_sync_books');
    await place.desire(start.replace(/INSERT.*/gs, ''));
    const second = await place.sync({ prove: false });
    const history = await place.engine.history(place.tenant);
    expect(history.map(({ run }) => run)).toEqual([second.report?.run, first.report?.run]);
    expect(history.map(({ role }) => role === undefined)).toEqual([false, true]);
  });
});
