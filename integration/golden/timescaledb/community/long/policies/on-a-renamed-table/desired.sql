CREATE TABLE readings (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('readings', 'time', create_default_indexes => FALSE);
CREATE INDEX m_time_idx ON readings (time DESC);
ALTER TABLE readings SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = 'time DESC');
SELECT add_retention_policy('readings', INTERVAL '90 days');
