INSERT INTO t VALUES ('{1,2}', '{y}', '{1.50}');
