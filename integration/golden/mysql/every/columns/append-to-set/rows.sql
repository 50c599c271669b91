INSERT INTO t VALUES (1, 'a'), (2, 'a,b'), (3, NULL), (4, '');
