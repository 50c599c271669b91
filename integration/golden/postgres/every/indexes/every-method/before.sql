CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
