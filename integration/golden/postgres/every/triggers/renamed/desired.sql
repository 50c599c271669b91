CREATE TABLE t (id int, a int);
CREATE TRIGGER "new Name" BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE t ENABLE ALWAYS TRIGGER "new Name";
