CREATE TABLE t (id int, a int, b int);
CREATE STATISTICS target ON id, a FROM t;
CREATE STATISTICS kinds (mcv) ON id, a FROM t;
CREATE STATISTICS columns ON id, a FROM t;
