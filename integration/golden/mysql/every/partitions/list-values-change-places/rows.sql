INSERT INTO t VALUES (1, 1), (2, 1), (3, 1), (5, 1);
