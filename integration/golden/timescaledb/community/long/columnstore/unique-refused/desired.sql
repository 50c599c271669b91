CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
CREATE UNIQUE INDEX once ON m (device, time);
SELECT create_hypertable('m', 'time');
ALTER TABLE m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = 'time DESC');
