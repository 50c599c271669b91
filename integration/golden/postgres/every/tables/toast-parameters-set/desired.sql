CREATE TABLE t (id int PRIMARY KEY, a int, b text);
ALTER TABLE t SET (fillfactor = 70, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.01);
