INSERT INTO t VALUES (1, 'sad', 'x'), (2, 'ok', NULL);
