CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  placed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'sent'))
) STRICT;

CREATE INDEX orders_customer ON orders (customer_id, placed_at DESC);

CREATE VIEW open_orders AS
SELECT o.id, c.email, o.total_cents
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
WHERE o.status = 'open';

CREATE TRIGGER orders_sent BEFORE DELETE ON orders
WHEN OLD.status = 'sent'
BEGIN
  SELECT RAISE(ABORT, 'an order that was sent is kept');
END;
