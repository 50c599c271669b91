CREATE SCHEMA app;
CREATE TABLE app.t (id int, a int, old int);
CREATE TABLE other (id int);
CREATE TRIGGER x BEFORE UPDATE OF a, old ON app.t FOR EACH ROW
  WHEN (OLD.a > NEW.a OR NEW.old = 1) EXECUTE FUNCTION suppress_redundant_updates_trigger('a', 'old.a');
CREATE CONSTRAINT TRIGGER y AFTER UPDATE ON app.t FROM other FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
