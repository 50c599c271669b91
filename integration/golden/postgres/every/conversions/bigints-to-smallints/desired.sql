CREATE TABLE t (id int PRIMARY KEY, a smallint[] DEFAULT '{}');
