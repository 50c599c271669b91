CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE ft (a int, b int) SERVER far;
GRANT SELECT, UPDATE (b) ON ft TO pg_monitor;
