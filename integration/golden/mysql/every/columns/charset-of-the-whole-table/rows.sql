INSERT INTO t VALUES (1, 'é', 'ü', 'é');
