CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
CREATE MATERIALIZED VIEW by_hour WITH (timescaledb.continuous) AS
SELECT time_bucket('1 hour', time) AS bucket, device, avg(value) AS average FROM m GROUP BY 1, 2
WITH NO DATA;
CREATE INDEX by_average ON by_hour (average);
