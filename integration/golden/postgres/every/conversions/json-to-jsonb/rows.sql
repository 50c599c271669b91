INSERT INTO t VALUES (1, '{"a": 1}', ARRAY['{"b": [1, 2]}'::json]), (2, NULL, NULL);
