CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', by_range('time', INTERVAL '1 day'));
SELECT add_dimension('m', by_hash('device', 3));
