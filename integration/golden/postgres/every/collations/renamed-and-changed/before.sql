CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');
CREATE TABLE t (id integer, a text COLLATE c, gone text COLLATE c, other text COLLATE c);
CREATE TABLE u (a text COLLATE c);
