CREATE TABLE t (id int PRIMARY KEY, a char(3));
