CREATE SCHEMA "o s";
CREATE TABLE t (id int, a int, "b B" int);
