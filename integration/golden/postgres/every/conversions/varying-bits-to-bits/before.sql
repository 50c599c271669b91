CREATE TABLE t (id int PRIMARY KEY, a bit varying(8));
