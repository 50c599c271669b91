CREATE TABLE t (id int PRIMARY KEY WITH (deduplicate_items = yes), a int, b int[]) WITH (autovacuum_enabled = on, fillfactor = 070, autovacuum_vacuum_scale_factor = 0.10, vacuum_truncate = 0, toast.autovacuum_enabled = OFF);
ALTER TABLE t ALTER COLUMN a SET (n_distinct = -0.50);
CREATE INDEX i ON t (a) WITH (deduplicate_items = 1);
CREATE INDEX j ON t USING gin (b) WITH (fastupdate = off, gin_pending_list_limit = 0128);
CREATE INDEX k ON t USING gist (int4range(a, id)) WITH (buffering = AUTO);
CREATE VIEW v WITH (security_barrier = on) AS SELECT id FROM t;
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = no) AS SELECT id FROM t;
