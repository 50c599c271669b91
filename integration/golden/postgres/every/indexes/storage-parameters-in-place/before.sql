CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (id) WITH (fillfactor = 70);
CREATE INDEX j ON t USING gin (b) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX k ON t (a);
