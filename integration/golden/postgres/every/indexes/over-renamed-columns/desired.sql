CREATE TABLE t (key int, "the a" text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (lower("the a"), key) WHERE key > 1;
