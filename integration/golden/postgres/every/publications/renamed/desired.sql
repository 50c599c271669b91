CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE PUBLICATION "we""ird Näme" FOR TABLE t;
