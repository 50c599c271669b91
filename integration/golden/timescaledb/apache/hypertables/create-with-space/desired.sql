CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time', 'device', 4, chunk_time_interval => INTERVAL '6 hours', create_default_indexes => FALSE);
