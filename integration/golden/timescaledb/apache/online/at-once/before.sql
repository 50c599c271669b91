CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision);
SELECT create_hypertable('m', 'time');
CREATE TABLE later (time timestamptz NOT NULL, device int);
