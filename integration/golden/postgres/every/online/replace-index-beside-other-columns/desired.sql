CREATE TABLE orders (id bigint PRIMARY KEY, total integer, condition text, note varchar(30), extra integer);
CREATE INDEX orders_total ON orders (total, extra) WHERE condition = 'open';
CREATE INDEX orders_gone ON orders (total);
