CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text, CONSTRAINT "no)te, (x" UNIQUE (note, total) WITH (fillfactor = 70) DEFERRABLE);
