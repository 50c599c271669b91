CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'there');
CREATE FOREIGN TABLE ft (id int NOT NULL, "we""ird" text OPTIONS (column_name 'A'), b int DEFAULT 5) SERVER far OPTIONS (schema_name 'x', table_name 'y');
