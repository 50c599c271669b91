CREATE TABLE t (id int PRIMARY KEY, gone text, kept varchar(10) DEFAULT 'x');
