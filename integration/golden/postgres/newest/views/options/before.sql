CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW barrier AS SELECT id FROM t;
CREATE VIEW checked AS SELECT id, a FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
CREATE VIEW unchecked WITH (security_barrier) AS SELECT id, a FROM t WHERE a > 0;
CREATE VIEW both_change WITH (security_barrier) AS SELECT id FROM t WHERE a > 0;
