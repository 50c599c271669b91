CREATE TABLE t (id int, a int);
CREATE TABLE "l g" (id int);
CREATE VIEW v AS SELECT id FROM t;
