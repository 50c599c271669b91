CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70, autovacuum_enabled = false) AS SELECT id, a AS x FROM t;
CREATE INDEX m_x ON m (x);
CREATE INDEX goes ON m (id);
CREATE VIEW over AS SELECT x FROM m;
