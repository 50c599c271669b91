CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'for the list';
