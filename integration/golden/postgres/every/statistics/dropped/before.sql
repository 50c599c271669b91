CREATE TABLE t (id int, a int);
CREATE STATISTICS "Go ne" (dependencies) ON id, a FROM t;
ALTER STATISTICS "Go ne" SET STATISTICS 0;
CREATE TABLE goes (id int, a int);
CREATE STATISTICS goes_too ON id, a FROM goes;
