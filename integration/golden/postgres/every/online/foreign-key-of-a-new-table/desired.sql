CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint CONSTRAINT lines_order REFERENCES orders (id));
