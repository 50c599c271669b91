INSERT INTO t VALUES (1, ROW('abc')), (2, ROW('abcd'));
