CREATE SCHEMA parts;
CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note varchar(9));
SELECT create_hypertable('m', 'time', associated_schema_name => 'parts', associated_table_prefix => 'part');
