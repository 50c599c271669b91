CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');
CREATE TABLE t (
  id integer PRIMARY KEY,
  a text COLLATE c,
  own text COLLATE c GENERATED ALWAYS AS (id::text) STORED,
  upper text GENERATED ALWAYS AS (upper(a)) STORED,
  said boolean GENERATED ALWAYS AS ((id::text COLLATE c) > 'b') STORED
);
CREATE INDEX i ON t (upper);
CREATE VIEW v AS SELECT said FROM t;
