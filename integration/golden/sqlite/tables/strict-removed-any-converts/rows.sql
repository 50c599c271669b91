INSERT INTO t VALUES (1, '007'), (2, 'x');
