CREATE TABLE orders (id bigint PRIMARY KEY, total integer);
CREATE MATERIALIZED VIEW "we""ird" AS SELECT id, total FROM orders WHERE total > 10;
CREATE MATERIALIZED VIEW empty AS SELECT id, total FROM orders WHERE total > 10 WITH NO DATA;
