CREATE DOMAIN word AS text;
CREATE TABLE t (id int, w word, size int GENERATED ALWAYS AS (length(w)) STORED, again word GENERATED ALWAYS AS (upper(w)) STORED);
