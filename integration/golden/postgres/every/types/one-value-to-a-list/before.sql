CREATE TABLE t (a int, b date);
