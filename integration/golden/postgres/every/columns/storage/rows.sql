INSERT INTO t VALUES ('x', 'y', 1.5, '{}');
