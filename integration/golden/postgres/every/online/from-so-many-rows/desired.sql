CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE INDEX orders_total ON orders (total);
CREATE TABLE few (id int PRIMARY KEY, x int);
