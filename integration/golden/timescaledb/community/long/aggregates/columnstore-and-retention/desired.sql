CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
CREATE MATERIALIZED VIEW hourly WITH (timescaledb.continuous) AS
SELECT time_bucket('1 hour', time) AS bucket, device, avg(value) AS average FROM m GROUP BY 1, 2
WITH NO DATA;
ALTER MATERIALIZED VIEW hourly SET (timescaledb.compress = true);
SELECT add_compression_policy('hourly', INTERVAL '40 days');
SELECT add_retention_policy('hourly', INTERVAL '1 year');
SELECT add_continuous_aggregate_policy('hourly', start_offset => INTERVAL '3 days', end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '1 hour');
