CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER x INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger('1');
