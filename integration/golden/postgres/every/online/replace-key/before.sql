CREATE TABLE orders (id bigint NOT NULL, total integer NOT NULL, note text, CONSTRAINT orders_pkey PRIMARY KEY (id), CONSTRAINT once UNIQUE (note));
