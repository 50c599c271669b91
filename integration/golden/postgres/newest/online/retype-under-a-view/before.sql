CREATE TABLE orders (id bigint PRIMARY KEY, total int);
CREATE VIEW totals AS SELECT total FROM orders;
