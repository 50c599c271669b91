CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;
