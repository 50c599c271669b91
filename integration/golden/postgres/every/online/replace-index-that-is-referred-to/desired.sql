CREATE TABLE orders (id bigint NOT NULL, total integer NOT NULL);
CREATE UNIQUE INDEX orders_id ON orders (id) INCLUDE (total);
CREATE TABLE lines (o bigint CONSTRAINT l_fk REFERENCES orders (id), p bigint CONSTRAINT p_fk REFERENCES orders (id) ON DELETE CASCADE);
