CREATE COLLATION c (PROVIDER = icu, LOCALE = 'sv-SE');
CREATE TYPE pair AS (a text COLLATE c, b integer);
CREATE TABLE t (id integer PRIMARY KEY, p pair, list pair[]);
CREATE INDEX i ON t (((p).a));
