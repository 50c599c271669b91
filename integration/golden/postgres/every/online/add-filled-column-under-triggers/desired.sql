CREATE TABLE orders (id bigint PRIMARY KEY, total integer, token uuid DEFAULT gen_random_uuid());
CREATE TRIGGER same BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
