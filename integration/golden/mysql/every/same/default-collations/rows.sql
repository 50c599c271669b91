INSERT INTO t VALUES (1, 'é', 'e');
