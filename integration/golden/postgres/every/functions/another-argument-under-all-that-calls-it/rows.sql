INSERT INTO t (a, other) VALUES (1, 1), (7, DEFAULT);
