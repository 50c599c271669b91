CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
ALTER TABLE m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = 'time DESC');
SELECT add_retention_policy('m', INTERVAL '60 days', schedule_interval => INTERVAL '6 hours');
SELECT alter_job(add_compression_policy('m', INTERVAL '14 days'), max_retries => 3, scheduled => false);
