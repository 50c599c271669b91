CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time', create_default_indexes => FALSE);
SELECT add_dimension('m', 'device', number_partitions => 2);
