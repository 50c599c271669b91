CREATE EXTENSION pg_trgm;
CREATE TABLE t (a text, b int);
