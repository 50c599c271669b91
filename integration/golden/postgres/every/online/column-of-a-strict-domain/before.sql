CREATE DOMAIN positive AS int CHECK (value > 0);
CREATE TABLE orders (id bigint PRIMARY KEY, total integer);
