CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
