CREATE TABLE t (id int, a int);
ALTER TABLE t ALTER a SET (n_distinct = 100), ALTER a SET STATISTICS 7;
