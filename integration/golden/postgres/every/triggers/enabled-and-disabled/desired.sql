CREATE TABLE t (id int, a int);
CREATE TRIGGER on_off BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER off_always BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TRIGGER "always Replica" BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE t DISABLE TRIGGER on_off;
ALTER TABLE t ENABLE ALWAYS TRIGGER off_always;
ALTER TABLE t ENABLE REPLICA TRIGGER "always Replica";
