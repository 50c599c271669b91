CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, more int DEFAULT 7);
SELECT create_hypertable('m', 'time');
