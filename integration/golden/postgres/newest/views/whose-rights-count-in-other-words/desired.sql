CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW same WITH (security_invoker = true) AS SELECT id FROM t;
CREATE VIEW loses AS SELECT id FROM t;
CREATE VIEW gains WITH (security_invoker = yes) AS SELECT id FROM t;
CREATE VIEW said AS SELECT id FROM t;
