CREATE SCHEMA app;
CREATE COLLATION app."we""ird Näme" (PROVIDER = icu, LOCALE = 'sv-SE', DETERMINISTIC = false);
CREATE COLLATION posix (LC_COLLATE = 'C', LC_CTYPE = 'C');
CREATE TABLE t (a text, b text COLLATE posix);
