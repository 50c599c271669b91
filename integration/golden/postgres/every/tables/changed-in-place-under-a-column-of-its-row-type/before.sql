CREATE TABLE t (id int, a int, b int);
CREATE TABLE u (x t);
