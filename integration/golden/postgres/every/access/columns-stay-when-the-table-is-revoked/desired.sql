CREATE TABLE t (id int, a int);
GRANT UPDATE ON t TO pg_monitor;
GRANT SELECT (a), UPDATE (a) ON t TO pg_monitor WITH GRANT OPTION;
