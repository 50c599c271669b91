CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id FROM t;
CREATE TRIGGER on_table BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE t ENABLE REPLICA TRIGGER on_table;
CREATE TRIGGER on_view INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
