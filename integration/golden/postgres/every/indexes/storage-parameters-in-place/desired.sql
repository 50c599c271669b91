CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (id);
CREATE INDEX j ON t USING gin (b) WITH (fastupdate = on);
CREATE INDEX k ON t (a) WITH (fillfactor = 60);
