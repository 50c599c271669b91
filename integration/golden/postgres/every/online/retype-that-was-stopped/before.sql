CREATE TABLE orders (id bigint PRIMARY KEY, total int, schema_sync_new_total bigint);
CREATE FUNCTION schema_sync_copy_orders_total() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.schema_sync_new_total := NEW.total::bigint;
  RETURN NEW;
END
';
CREATE TRIGGER zz_schema_sync_copy_total BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION schema_sync_copy_orders_total();
ALTER TABLE orders ENABLE ALWAYS TRIGGER zz_schema_sync_copy_total;
