INSERT INTO t VALUES (1, ROW('abc', 1.5, B'1010', 'abc', '{abc,d}')), (2, ROW(NULL, NULL, NULL, NULL, NULL)), (3, NULL);
