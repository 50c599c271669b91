-- @renamed from=a
CREATE SCHEMA b;
CREATE TABLE b.t (id integer PRIMARY KEY, name text);
CREATE TABLE u (t integer);
CREATE VIEW joined AS SELECT a.id, a.name, b.t FROM b.t a JOIN u b ON b.t = a.id;
CREATE VIEW listed AS SELECT a.t, other.id FROM u a, b.t other;
CREATE MATERIALIZED VIEW kept AS SELECT a.id FROM b.t a LEFT JOIN b.t b USING (id);
