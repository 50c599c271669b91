CREATE SCHEMA "o s";
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW "o s"."select" AS SELECT id FROM t;
CREATE VIEW on_it AS SELECT id FROM "o s"."select";
