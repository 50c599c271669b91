INSERT INTO t VALUES (1, ROW('one', ROW('A', NULL, 1))), (2, ROW('two', NULL)), (3, NULL);
