CREATE TABLE t (id INT PRIMARY KEY, x INT);
-- @renamed from=b
CREATE VIEW a AS SELECT x FROM t;
-- @renamed from=a
CREATE VIEW b AS SELECT id FROM t;
