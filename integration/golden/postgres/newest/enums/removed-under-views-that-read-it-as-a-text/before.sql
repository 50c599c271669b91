CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood, l mood[]);
CREATE VIEW as_text AS SELECT id, m::text AS m FROM t;
CREATE VIEW "over ""it""" AS SELECT count(*) AS n FROM as_text WHERE m = 'ok';
CREATE VIEW lengths AS SELECT array_length(l, 1) AS n FROM t;
CREATE MATERIALIZED VIEW counted AS SELECT m::text AS m, count(*) AS n FROM t GROUP BY 1;
CREATE VIEW apart AS SELECT id FROM t;
