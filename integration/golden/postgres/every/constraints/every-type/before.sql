CREATE TABLE p (a int, b int, UNIQUE (a, b));
CREATE TABLE t (a int, b int, r int4range);
