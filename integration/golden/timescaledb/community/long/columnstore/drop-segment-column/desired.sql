CREATE TABLE m (time timestamptz NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
ALTER TABLE m SET (timescaledb.compress, timescaledb.compress_orderby = 'time DESC');
