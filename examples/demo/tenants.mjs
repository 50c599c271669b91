import driver from '@sync/driver-sqlite';

const customers = `CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  mail TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL
) STRICT`;

const orders = (total) => `CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  placed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ${total},
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'sent'))
) STRICT`;

const whole = 'total_cents INTEGER NOT NULL CHECK (total_cents >= 0)';

/** The same application, three histories. */
const tenants = {
  // The release before this one: the column is still called mail, and the trigger is not there yet.
  acme: [customers, orders(whole), 'CREATE UNIQUE INDEX customers_email ON customers (mail)'],
  // Somebody lost the CHECK that keeps totals positive, and made an index by hand.
  globex: [customers, orders('total_cents INTEGER NOT NULL'), 'CREATE INDEX orders_by_hand ON orders (status)'],
  // Somebody added a column that nobody else has, and it holds data.
  initech: [customers.replace('name TEXT NOT NULL', 'name TEXT NOT NULL, fax TEXT'), orders(whole)],
};

/** Makes the three databases in a folder, with rows in them. */
export async function makeTenants(directory) {
  for (const [name, statements] of Object.entries(tenants)) {
    const options = driver.options({ url: `sqlite:./${name}.db`, directory });
    const connection = await driver.connect(options, { access: 'write' });
    for (const text of statements) await connection.execute({ text });
    for (let id = 1; id <= 200; id++) {
      await connection.execute({
        text: 'INSERT INTO customers (id, mail, name) VALUES (?, ?, ?)',
        params: [id, `someone${id}@${name}.example`, `Customer ${id}`],
      });
      await connection.execute({
        text: 'INSERT INTO orders (customer_id, total_cents) VALUES (?, ?)',
        params: [id, id * 100],
      });
    }
    await connection[Symbol.asyncDispose]();
  }
  return Object.keys(tenants);
}
