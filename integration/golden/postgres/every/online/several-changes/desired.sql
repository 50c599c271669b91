CREATE TABLE orders (id bigint PRIMARY KEY, total integer DEFAULT 0, memo text, paid boolean);
ALTER TABLE orders SET (fillfactor = 80);
CREATE INDEX orders_paid ON orders (paid);
CREATE TABLE fresh (id int PRIMARY KEY, order_id bigint);
CREATE INDEX fresh_order ON fresh (order_id);
