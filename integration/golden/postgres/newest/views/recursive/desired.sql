CREATE TABLE t (id int);
CREATE RECURSIVE VIEW numbers (n, "next N") AS VALUES (1, 2) UNION ALL SELECT n + 1, "next N" + 1 FROM numbers WHERE n < 5;
