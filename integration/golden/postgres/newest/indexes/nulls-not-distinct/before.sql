CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE UNIQUE INDEX i ON t (a);
CREATE UNIQUE INDEX j ON t (id) NULLS NOT DISTINCT;
