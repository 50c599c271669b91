CREATE SCHEMA "o s";
CREATE TABLE t (id int, a int, "b B" int);
CREATE STATISTICS plain ON a, "b B" FROM t;
CREATE STATISTICS "o s"."Some kinds" (mcv, ndistinct) ON id, a FROM t;
ALTER STATISTICS "o s"."Some kinds" SET STATISTICS 77;
