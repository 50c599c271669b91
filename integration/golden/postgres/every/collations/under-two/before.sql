CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS text COLLATE c;
CREATE TABLE t (id integer, a text COLLATE c, b d, x e, both_of text GENERATED ALWAYS AS (a || b) STORED, third boolean GENERATED ALWAYS AS (b > a AND x = 'a') STORED);
