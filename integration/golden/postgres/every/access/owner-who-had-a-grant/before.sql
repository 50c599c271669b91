CREATE TABLE t (id integer);
CREATE VIEW v AS SELECT id FROM t;
GRANT SELECT ON v TO pg_monitor;
GRANT SELECT ON v TO pg_read_all_stats;
