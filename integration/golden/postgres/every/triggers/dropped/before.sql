CREATE SCHEMA app;
CREATE TABLE app.t (id int, a int);
CREATE TRIGGER "Gone ""away" BEFORE UPDATE OF a ON app.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE app.t ENABLE ALWAYS TRIGGER "Gone ""away";
