CREATE TABLE readings (at timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('readings', 'at', create_default_indexes => FALSE);
CREATE INDEX m_time_idx ON readings (at DESC);
