CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text, token uuid NOT NULL DEFAULT gen_random_uuid());
