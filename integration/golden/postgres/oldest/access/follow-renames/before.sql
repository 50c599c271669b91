CREATE TABLE t (id int, a int);
GRANT SELECT (a) ON t TO pg_monitor;
CREATE VIEW v AS SELECT id, a FROM t;
GRANT SELECT ON v TO pg_monitor;
