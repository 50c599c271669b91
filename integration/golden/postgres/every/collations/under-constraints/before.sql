CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');
CREATE TABLE t (
  a text COLLATE c PRIMARY KEY,
  b text CHECK ((b COLLATE c) > 'A'),
  d text COLLATE c DEFAULT 'x' CHECK (d > 'A'),
  e text DEFAULT (CASE WHEN ('a' COLLATE c) > 'b' THEN 'a' ELSE 'b' END),
  EXCLUDE USING btree (b COLLATE c WITH =)
);
CREATE TABLE u (a text COLLATE c REFERENCES t, b text REFERENCES t);
