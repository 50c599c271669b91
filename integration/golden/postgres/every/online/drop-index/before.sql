CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE INDEX orders_total ON orders (total);
