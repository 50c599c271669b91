CREATE TABLE t (id bigint PRIMARY KEY, a text, b text);
CREATE TABLE u (n int, t_id int REFERENCES t);
CREATE VIEW v AS SELECT t.id, t.a, u.n FROM t, u;
CREATE VIEW same AS SELECT t.a, u.n FROM t, u;
CREATE MATERIALIZED VIEW m AS SELECT v.a, u.n FROM v, u;
CREATE INDEX m_a ON m (a);
CREATE VIEW w AS SELECT t.a, sum(u.n) AS n FROM t, u GROUP BY t.id;
