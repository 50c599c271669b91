CREATE TABLE audit (id int);
CREATE TABLE orders (id int PRIMARY KEY, x int, note text);
CREATE FUNCTION audited() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN INSERT INTO audit VALUES (new.id); RETURN NULL; END$$;
CREATE TRIGGER audit AFTER UPDATE OF x ON orders FOR EACH ROW EXECUTE FUNCTION audited();
