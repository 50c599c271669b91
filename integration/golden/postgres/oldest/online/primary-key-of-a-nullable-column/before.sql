CREATE TABLE orders (id bigint, total integer);
