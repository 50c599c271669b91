CREATE TABLE orders (id bigint NOT NULL, total integer NOT NULL, note text, CONSTRAINT orders_pkey PRIMARY KEY (id, total), CONSTRAINT once UNIQUE (note, id), CONSTRAINT by_id UNIQUE (id));
