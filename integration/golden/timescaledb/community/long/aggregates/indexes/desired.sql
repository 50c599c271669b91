CREATE FUNCTION rough(n int) RETURNS int LANGUAGE sql IMMUTABLE RETURN n / 10;
CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
CREATE MATERIALIZED VIEW hourly WITH (timescaledb.continuous) AS
SELECT time_bucket('1 hour', time) AS bucket, device, avg(value) AS average FROM m GROUP BY 1, 2
WITH NO DATA;
CREATE INDEX called_otherwise ON hourly (average);
CREATE INDEX "Some 'more'" ON hourly (device) INCLUDE (average) WHERE device > 4;
CREATE INDEX come ON hourly USING brin (bucket) WITH (pages_per_range = 16);
CREATE INDEX by_rough ON hourly (rough(device));
CREATE SCHEMA far;
CREATE MATERIALIZED VIEW far.daily WITH (timescaledb.continuous) AS
SELECT time_bucket('1 day', time) AS day, max(value) AS top FROM m GROUP BY 1
WITH NO DATA;
CREATE INDEX by_top ON far.daily (top DESC);
