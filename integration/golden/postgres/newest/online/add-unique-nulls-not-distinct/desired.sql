CREATE TABLE orders (id bigint PRIMARY KEY, note text, CONSTRAINT orders_note UNIQUE NULLS NOT DISTINCT (note));
