CREATE SCHEMA app;
CREATE TABLE app.u (id int, "A b" int, new int);
CREATE TABLE "Other" (id int);
CREATE TRIGGER x BEFORE UPDATE OF "A b", new ON app.u FOR EACH ROW
  WHEN (OLD."A b" > NEW."A b" OR NEW.new = 1) EXECUTE FUNCTION suppress_redundant_updates_trigger('a', 'old.a');
CREATE CONSTRAINT TRIGGER y AFTER UPDATE ON app.u FROM "Other" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
