CREATE TABLE orders (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, note text);
COMMENT ON COLUMN orders.id IS 'The number''s name';
COMMENT ON CONSTRAINT orders_pkey ON orders IS 'The key';
