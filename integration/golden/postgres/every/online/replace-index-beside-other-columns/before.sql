CREATE TABLE orders (id bigint PRIMARY KEY, total integer, state text, gone text, note text);
CREATE INDEX orders_total ON orders (total) WHERE state = 'open';
CREATE INDEX orders_gone ON orders (total, gone);
