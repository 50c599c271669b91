INSERT INTO t VALUES (1, 1), (5, 1), (12, 2), (17, 2), (25, 3);
