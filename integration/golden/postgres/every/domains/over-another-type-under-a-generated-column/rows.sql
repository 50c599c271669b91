INSERT INTO t (id, w) VALUES (1, 'abc'), (2, NULL);
