CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text, PRIMARY KEY (time, device));
SELECT create_hypertable('m', 'time');
CREATE INDEX by_value ON m (value);
CREATE TRIGGER kept BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
