INSERT INTO t VALUES (1, ROW('one', ROW('A', 'B')), ROW('A', 'B')), (2, ROW('two', NULL), NULL), (3, NULL, NULL);
