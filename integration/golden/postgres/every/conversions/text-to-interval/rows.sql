INSERT INTO t VALUES (1, '1 day'), (2, NULL);
