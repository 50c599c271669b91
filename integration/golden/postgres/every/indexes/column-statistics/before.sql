CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (lower(a), (id + 1));
ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 100;
