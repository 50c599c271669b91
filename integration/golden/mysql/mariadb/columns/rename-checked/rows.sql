INSERT INTO t (id, d, n, m) VALUES (1, '{"a": 1}', 2, 3), (2, NULL, NULL, NULL);
