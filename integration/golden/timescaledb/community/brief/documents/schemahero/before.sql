CREATE TABLE conditions (time timestamptz NOT NULL, location text NOT NULL, temperature double precision);
SELECT create_hypertable('conditions', 'time');
