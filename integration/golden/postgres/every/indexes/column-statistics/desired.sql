CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (lower(a), (id + 1));
ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 300;
CREATE INDEX "j j" ON t ((id * 2));
ALTER INDEX "j j" ALTER COLUMN 1 SET STATISTICS 10;
