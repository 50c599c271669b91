CREATE TABLE t (id int PRIMARY KEY WITH (deduplicate_items = on), a int, b int[]) WITH (autovacuum_enabled, fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1, vacuum_truncate = false, toast.autovacuum_enabled = false);
ALTER TABLE t ALTER COLUMN a SET (n_distinct = -0.5);
CREATE INDEX i ON t (a) WITH (deduplicate_items);
CREATE INDEX j ON t USING gin (b) WITH (fastupdate = false, gin_pending_list_limit = 128);
CREATE INDEX k ON t USING gist (int4range(a, id)) WITH (buffering = auto);
CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t;
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = false) AS SELECT id FROM t;
