CREATE TABLE t (id int, a int, b int);
CREATE STATISTICS old (mcv) ON id, a FROM t;
