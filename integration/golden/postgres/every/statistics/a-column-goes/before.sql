CREATE TABLE t (id int, a int, gone int);
CREATE STATISTICS s ON id, a, gone FROM t;
CREATE STATISTICS stays ON id, a FROM t;
