CREATE TABLE t (id int, "the a" int);
ALTER TABLE t ALTER "the a" SET STATISTICS 50, ALTER "the a" SET (n_distinct = -0.5);
CREATE SCHEMA app;
CREATE TABLE app.u (id int, x text);
ALTER TABLE app.u ALTER x SET STATISTICS 10, ALTER x SET (n_distinct = 3, n_distinct_inherited = 4), ALTER x SET STORAGE EXTERNAL;
