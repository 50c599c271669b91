CREATE DOMAIN amount AS numeric CHECK (VALUE >= 0);
CREATE TABLE t (id int PRIMARY KEY, total amount) PARTITION BY RANGE (id);
CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (0) TO (100);
CREATE VIEW sums AS SELECT sum(total::bigint)::text AS total FROM t;
CREATE VIEW low_sums AS SELECT sum(total::bigint)::text AS total FROM t_low;
CREATE MATERIALIZED VIEW positive AS SELECT id FROM t WHERE total::bigint > 0;
