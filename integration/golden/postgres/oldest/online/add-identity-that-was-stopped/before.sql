CREATE SEQUENCE schema_sync_fill_orders_number AS integer START WITH 100 INCREMENT BY 5;
CREATE TABLE orders (id bigint PRIMARY KEY, total integer, number int DEFAULT nextval('schema_sync_fill_orders_number'));
ALTER SEQUENCE schema_sync_fill_orders_number OWNED BY orders.number;
ALTER TABLE orders ADD CONSTRAINT schema_sync_fill_number CHECK (true) NOT VALID;
