CREATE TABLE orders (id bigint PRIMARY KEY, total bigint);
CREATE VIEW totals AS SELECT total FROM orders;
