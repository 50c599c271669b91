CREATE TABLE t (id int, a int, "ON x" int);
