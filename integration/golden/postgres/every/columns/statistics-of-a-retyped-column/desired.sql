CREATE TABLE t (id int, a bigint);
ALTER TABLE t ALTER a SET (n_distinct = 100), ALTER a SET STATISTICS 7;
