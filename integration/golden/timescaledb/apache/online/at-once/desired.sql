CREATE TABLE m (time timestamptz NOT NULL, device bigint NOT NULL, value double precision);
SELECT create_hypertable('m', 'time');
CREATE INDEX by_value ON m (value);
ALTER TABLE m ADD CONSTRAINT one UNIQUE (device, time);
ALTER TABLE m ADD CONSTRAINT high CHECK (value > 0);
CREATE TABLE later (time timestamptz NOT NULL, device int);
SELECT create_hypertable('later', 'time');
