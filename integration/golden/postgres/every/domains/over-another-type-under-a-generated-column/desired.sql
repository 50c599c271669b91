CREATE DOMAIN word AS varchar(9);
CREATE TABLE t (id int, w word, size int GENERATED ALWAYS AS (length(w)) STORED, again word GENERATED ALWAYS AS (upper(w)) STORED);
