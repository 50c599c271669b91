CREATE TABLE t (id int PRIMARY KEY, a jsonb DEFAULT '1');
