CREATE VIEW order_totals AS SELECT user_id, count(*) AS orders FROM orders GROUP BY user_id;
CREATE INDEX orders_by_user ON orders (user_id);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
CREATE TABLE users (id INTEGER PRIMARY KEY);
