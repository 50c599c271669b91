CREATE TABLE m (time timestamptz NOT NULL, at timestamptz NOT NULL);
SELECT create_hypertable('m', 'at');
