INSERT INTO t (a, d) VALUES (1, '4');
