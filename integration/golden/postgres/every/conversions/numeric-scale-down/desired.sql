CREATE TABLE t (id int PRIMARY KEY, a numeric(8,1) DEFAULT 1.5);
