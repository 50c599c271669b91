CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');
CREATE TYPE span AS RANGE (SUBTYPE = text, COLLATION = c);
CREATE TABLE t (id integer PRIMARY KEY, a span DEFAULT span('a', 'b'), EXCLUDE USING gist (a WITH &&));
CREATE VIEW v AS SELECT upper(a) AS up FROM t;
