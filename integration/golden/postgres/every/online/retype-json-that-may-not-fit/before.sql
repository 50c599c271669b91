CREATE TABLE orders (id bigint, data json);
