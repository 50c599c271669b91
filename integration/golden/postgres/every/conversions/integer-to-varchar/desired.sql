CREATE TABLE t (id int PRIMARY KEY, a varchar(3) DEFAULT '1');
