CREATE TABLE t (a text COLLATE "C", b text COLLATE "POSIX", c varchar(20));
CREATE INDEX t_a ON t (a);
