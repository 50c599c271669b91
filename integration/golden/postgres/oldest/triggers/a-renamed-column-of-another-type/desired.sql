CREATE TABLE t (id int, b bigint);
CREATE TRIGGER of_a BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE VIEW v AS SELECT id FROM t WHERE b > 0;
