CREATE TABLE t (id int, body text);
CREATE TEXT SEARCH DICTIONARY "we""ird Näme" (TEMPLATE = snowball, Language = german, StopWords = german);
