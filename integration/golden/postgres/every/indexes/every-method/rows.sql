INSERT INTO t VALUES (1, 'x', '{}', 'x', '[1,2)', '2024-01-01');
