CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
CREATE INDEX by_device ON m (device, time);
SELECT add_reorder_policy('m', 'by_device');
