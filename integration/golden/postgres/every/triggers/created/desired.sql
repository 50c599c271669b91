CREATE TABLE t (id int PRIMARY KEY, a int, "we""ird Näme" text);
CREATE VIEW v AS SELECT id FROM t;
CREATE TRIGGER plain BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER "Of ""Columns""" BEFORE INSERT OR UPDATE OF a, "we""ird Näme" ON t FOR EACH ROW
  WHEN (NEW.a > 0 AND NEW."we""ird Näme" <> 'it''s') EXECUTE FUNCTION suppress_redundant_updates_trigger('x', 'y''z');
CREATE TRIGGER tables AFTER UPDATE ON t REFERENCING OLD TABLE AS before NEW TABLE AS "After"
  FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER "select" AFTER TRUNCATE ON t EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER instead INSTEAD OF INSERT OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
