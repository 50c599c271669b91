CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE INDEX by_total ON orders (total);
