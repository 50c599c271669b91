CREATE TABLE orders (id bigint, data jsonb);
