CREATE TABLE t (id int PRIMARY KEY, a int, c int, b text);
CREATE PUBLICATION p FOR TABLE t (id, c);
