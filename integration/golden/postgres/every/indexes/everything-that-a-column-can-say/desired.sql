CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i ON t (a COLLATE "C" text_pattern_ops DESC NULLS LAST, (id + 1) NULLS FIRST, lower(a)) INCLUDE (d) WITH (fillfactor = 50) WHERE id > 5 AND a IS NOT NULL;
