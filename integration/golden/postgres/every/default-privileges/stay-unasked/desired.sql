CREATE TABLE t (id int);
CREATE TABLE u (a int);
