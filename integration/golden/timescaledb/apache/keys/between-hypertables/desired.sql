CREATE TABLE e (time timestamptz NOT NULL, device int NOT NULL, PRIMARY KEY (time, device));
SELECT create_hypertable('e', 'time');
CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
ALTER TABLE m ADD FOREIGN KEY (time, device) REFERENCES e (time, device);
