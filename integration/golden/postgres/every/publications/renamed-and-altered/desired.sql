CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE u (id int PRIMARY KEY);
-- @renamed from=p
CREATE PUBLICATION "select" FOR TABLE u;
