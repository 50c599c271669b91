CREATE TABLE t (id int, a int, b text);
ALTER TABLE t ALTER a SET (n_distinct = 100), ALTER b SET (n_distinct = 5, n_distinct_inherited = 6);
