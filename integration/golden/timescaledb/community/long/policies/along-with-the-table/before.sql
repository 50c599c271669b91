CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
ALTER TABLE m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = 'time DESC');
SELECT add_retention_policy('m', INTERVAL '90 days');
SELECT add_compression_policy('m', INTERVAL '7 days');
