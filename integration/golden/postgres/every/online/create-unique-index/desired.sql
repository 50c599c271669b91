CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE UNIQUE INDEX orders_lower ON orders (lower(note)) INCLUDE (total);
