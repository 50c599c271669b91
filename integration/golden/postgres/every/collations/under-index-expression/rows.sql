INSERT INTO t VALUES (1, 'ä', 'z'), (2, 'z', 'ö');
