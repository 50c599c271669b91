CREATE TABLE t (id int PRIMARY KEY, a numeric(9,2));
