INSERT INTO t VALUES (1, 'ä', 'z', '{a,b}');
