CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW same WITH (security_invoker = on) AS SELECT id FROM t;
CREATE VIEW loses WITH (security_invoker = on) AS SELECT id FROM t;
CREATE VIEW gains WITH (security_invoker = 0) AS SELECT id FROM t;
CREATE VIEW said WITH (security_barrier = off) AS SELECT id FROM t;
