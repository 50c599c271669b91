CREATE TABLE t (id int PRIMARY KEY, a bit(8), b bit(8)[]);
