CREATE TABLE orders (id bigint PRIMARY KEY, customer int, total bigint);
CREATE MATERIALIZED VIEW mv AS SELECT customer, count(*) AS n, 5 AS five FROM orders GROUP BY 1;
