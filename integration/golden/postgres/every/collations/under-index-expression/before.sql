CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');
CREATE TABLE t (id integer PRIMARY KEY, a text, b text COLLATE c);
CREATE INDEX i ON t (lower(a COLLATE c));
CREATE INDEX other ON t (lower(b));
CREATE INDEX part ON t (id) WHERE (a COLLATE c) > 'b';
CREATE UNIQUE INDEX keys ON t (a COLLATE c, (b || a));
