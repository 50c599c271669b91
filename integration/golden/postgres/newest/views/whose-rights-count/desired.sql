CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w WITH (security_invoker = true) AS SELECT id FROM t;
