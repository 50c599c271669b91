CREATE TABLE orders (id bigint PRIMARY KEY, total integer CONSTRAINT small CHECK (total < 15), note text);
