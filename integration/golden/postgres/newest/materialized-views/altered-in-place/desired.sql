CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE MATERIALIZED VIEW "New m" WITH (fillfactor = 80) AS SELECT id AS "I d", a FROM t;
CREATE INDEX m_x ON "New m" (a);
CREATE INDEX comes ON "New m" USING hash (a);
CREATE VIEW over AS SELECT a AS x FROM "New m";
