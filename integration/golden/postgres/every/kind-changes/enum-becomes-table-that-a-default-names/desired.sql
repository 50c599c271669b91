CREATE TABLE kind (name text PRIMARY KEY);
CREATE TABLE t (id int, missing bool DEFAULT (NULL::kind IS NULL));
