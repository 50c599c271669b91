CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE INDEX by_total ON orders (total);
CREATE INDEX schema_sync_new_by_total ON orders (total, id);
