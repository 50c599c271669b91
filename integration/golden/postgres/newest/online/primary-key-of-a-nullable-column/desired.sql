CREATE TABLE orders (id bigint, total integer, CONSTRAINT orders_pkey PRIMARY KEY (id));
