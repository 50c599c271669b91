CREATE TABLE t (id int PRIMARY KEY, a bit(4));
