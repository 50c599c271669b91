CREATE EXTENSION pg_trgm;
CREATE EXTENSION citext;
CREATE TABLE t (a text, b citext, c citext[]);
CREATE INDEX i ON t USING gin (a gin_trgm_ops);
