CREATE TABLE t (id int PRIMARY KEY, a int, b text);
ALTER TABLE t SET (fillfactor = 80);
