CREATE TABLE t (id int PRIMARY KEY, a numeric(6,2));
