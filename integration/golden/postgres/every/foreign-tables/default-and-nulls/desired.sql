CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'there');
CREATE FOREIGN TABLE ft (id int, a text OPTIONS (column_name 'A'), b int NOT NULL) SERVER far OPTIONS (schema_name 'x', table_name 'y');
