CREATE TABLE orders (id bigint PRIMARY KEY, total integer CONSTRAINT positive CHECK (total > 0), note text);
