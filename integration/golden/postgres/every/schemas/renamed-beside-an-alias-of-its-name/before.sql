CREATE SCHEMA a;
CREATE TABLE a.t (id integer PRIMARY KEY, name text);
CREATE TABLE u (t integer);
CREATE VIEW joined AS SELECT a.id, a.name, b.t FROM a.t a JOIN u b ON b.t = a.id;
CREATE VIEW listed AS SELECT a.t, other.id FROM u a, a.t other;
CREATE MATERIALIZED VIEW kept AS SELECT a.id FROM a.t a LEFT JOIN a.t b USING (id);
