INSERT INTO t VALUES (1, 'one', '{two,3}', '4'), (2, NULL, NULL, NULL);
