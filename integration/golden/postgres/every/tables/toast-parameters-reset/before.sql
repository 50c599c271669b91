CREATE TABLE t (id int PRIMARY KEY, a int, b text);
ALTER TABLE t SET (toast.autovacuum_enabled = false, toast.autovacuum_vacuum_threshold = 100);
