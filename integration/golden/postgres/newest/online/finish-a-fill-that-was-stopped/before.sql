CREATE TABLE orders (id bigint PRIMARY KEY, token uuid DEFAULT gen_random_uuid());
ALTER TABLE orders ADD CONSTRAINT schema_sync_fill_token CHECK (true) NOT VALID;
