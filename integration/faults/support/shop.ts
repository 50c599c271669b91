import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from './site.js';

const faultyDriver = fileURLToPath(new URL('./faulty-driver.mjs', import.meta.url));

/** A small shop whose tables hang together: parents with cascading children, an index, a view, a trigger, a full-text index. */
const before = `
CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  total TEXT,
  note TEXT
);
CREATE TABLE lines (order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE, position INTEGER NOT NULL, text TEXT, PRIMARY KEY (order_id, position));
CREATE INDEX orders_customer ON orders (customer);
CREATE VIEW spent AS SELECT customer, count(*) AS orders FROM orders GROUP BY customer;
CREATE TRIGGER orders_note AFTER UPDATE OF total ON orders BEGIN UPDATE orders SET note = 'changed' WHERE id = NEW.id; END;
`;

/** Two rebuilds of tables with children, an addition in place, and things that come and go. */
const desired = `
CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE, email TEXT, since TEXT DEFAULT '2026');
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  total TEXT NOT NULL DEFAULT '0',
  note TEXT
);
CREATE TABLE lines (order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE, position INTEGER NOT NULL, text TEXT, amount INTEGER, PRIMARY KEY (order_id, position));
CREATE TABLE refunds (id INTEGER PRIMARY KEY, order_id INTEGER REFERENCES orders (id));
CREATE INDEX orders_customer ON orders (customer, id DESC);
CREATE VIEW spent AS SELECT customer, count(*) AS orders, max(id) AS last FROM orders GROUP BY customer;
CREATE TRIGGER orders_note AFTER UPDATE OF total ON orders BEGIN UPDATE orders SET note = 'changed' WHERE id = NEW.id; END;
`;

/** How many rows the shop has in each table. */
export interface Stock {
  readonly customers: number;
  readonly orders: number;
  readonly lines: number;
}

/** Fills a site with the shop, its desired state in `schema.sql`, and a config whose driver has faults. */
export function openShop(site: Site, customers = 200): Stock {
  site.run(
    'PRAGMA journal_mode = DELETE',
    before,
    `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${customers}) INSERT INTO customers SELECT i, 'customer ' || i, NULL FROM n`,
    "INSERT INTO orders SELECT id, id, '10', printf('%.300c', 'x') FROM customers",
    'INSERT INTO lines SELECT id, 1, note FROM orders UNION ALL SELECT id, 2, note FROM orders',
  );
  site.write('schema.sql', desired);
  site.write(
    'faults.json',
    JSON.stringify({ drivers: { use: { sqlite: faultyDriver } }, url: site.url, to: './schema.sql' }),
  );
  return { customers, orders: customers, lines: customers * 2 };
}

export function stockOf(site: Site): Stock {
  return { customers: site.count('customers'), orders: site.count('orders'), lines: site.count('lines') };
}

/** The arguments that make a sync run through the faulty driver. */
export function faultySync(site: Site): readonly string[] {
  return ['sync', '--config', join(site.folder, 'faults.json'), '--yes', '--allow', 'all'];
}
