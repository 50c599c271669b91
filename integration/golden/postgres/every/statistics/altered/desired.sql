CREATE TABLE t (id int, a int, b int);
CREATE STATISTICS target ON id, a FROM t;
ALTER STATISTICS target SET STATISTICS 100;
CREATE STATISTICS kinds (ndistinct) ON id, a FROM t;
CREATE STATISTICS columns ON id, a, b FROM t;
