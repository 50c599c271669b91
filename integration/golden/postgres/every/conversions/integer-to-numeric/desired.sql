CREATE TABLE t (id int PRIMARY KEY, a numeric(4,1));
