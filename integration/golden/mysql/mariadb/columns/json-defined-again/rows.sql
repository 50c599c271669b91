INSERT INTO t (id, b, c) VALUES (1, '{"a": 1}', '"A"'), (2, NULL, NULL);
