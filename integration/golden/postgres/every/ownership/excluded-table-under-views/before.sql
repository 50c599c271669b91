CREATE TABLE t (id int PRIMARY KEY, a varchar(20), old text);
CREATE TABLE u (n int, t_id int REFERENCES t);
CREATE VIEW v AS SELECT t.id, t.a FROM t, u;
CREATE VIEW same AS SELECT t.a, u.n FROM t, u;
CREATE MATERIALIZED VIEW m AS SELECT v.a, u.n FROM v, u;
CREATE INDEX m_a ON m (a);
