CREATE COLLATION c (PROVIDER = icu, LOCALE = 'sv-SE');
CREATE TYPE e AS ENUM ('b', 'a');
CREATE DOMAIN "we ird" AS text DEFAULT upper('a' COLLATE c);
CREATE TABLE t (
  id integer PRIMARY KEY,
  a text DEFAULT (CASE WHEN ('a' COLLATE c) > 'b' THEN 'a' ELSE 'b' END),
  b text DEFAULT ('a'::e)::text,
  d "we ird"
) PARTITION BY RANGE (id);
CREATE TABLE p PARTITION OF t (a DEFAULT lower('Y' COLLATE c), b DEFAULT ('b'::e)::text) FOR VALUES FROM (0) TO (9);
CREATE TABLE q PARTITION OF t FOR VALUES FROM (9) TO (19);
