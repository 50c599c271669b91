CREATE TABLE t (id int, a bigint);
CREATE STATISTICS s ON id, a FROM t;
CREATE STATISTICS stays ON id, a FROM t;
