CREATE TABLE t (id int PRIMARY KEY, a numeric(8,3) DEFAULT 1.5);
