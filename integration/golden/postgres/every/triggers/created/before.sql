CREATE TABLE t (id int PRIMARY KEY, a int, "we""ird Näme" text);
CREATE VIEW v AS SELECT id FROM t;
