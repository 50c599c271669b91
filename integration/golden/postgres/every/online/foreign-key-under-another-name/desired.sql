CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint CONSTRAINT "by Ü" REFERENCES customers (id) ON DELETE CASCADE, total integer CONSTRAINT positive CHECK (total > 0));
