CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, a int, b int, gone int, m mood);
CREATE TRIGGER of_a BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER when_b BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.b > 1) EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER of_gone BEFORE UPDATE OF b, gone ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER of_mood BEFORE UPDATE OF m ON t FOR EACH ROW WHEN (NEW.m = 'ok'::mood) EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER stays BEFORE UPDATE OF id ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE t DISABLE TRIGGER of_a;
