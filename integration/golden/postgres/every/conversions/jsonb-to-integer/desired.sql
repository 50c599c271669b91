CREATE TABLE t (id int PRIMARY KEY, a integer DEFAULT 1);
