INSERT INTO t (id, a, b) VALUES (1, 2, 3), (2, NULL, 4);
