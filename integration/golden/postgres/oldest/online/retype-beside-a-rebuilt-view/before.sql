CREATE TABLE orders (id bigint PRIMARY KEY, customer int, total integer);
CREATE MATERIALIZED VIEW mv AS SELECT customer, count(*) AS n FROM orders GROUP BY 1;
