INSERT INTO t VALUES (1, '{sad,ok}'), (2, '{}'), (3, NULL);
