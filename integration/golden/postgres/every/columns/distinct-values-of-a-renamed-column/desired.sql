CREATE TABLE t (id int, z int);
ALTER TABLE t ALTER z SET (n_distinct = 100), ALTER z SET STATISTICS 9;
