INSERT INTO t VALUES (1, '{abc,d}'), (2, NULL);
