INSERT INTO t VALUES (1, 'x', '{"n": 1, "l": [1, 2]}');
