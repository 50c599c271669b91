CREATE TABLE t (id int);
CREATE SCHEMA "we""ird Näme";
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA "we""ird Näme" GRANT SELECT ON TABLES TO pg_signal_backend;
