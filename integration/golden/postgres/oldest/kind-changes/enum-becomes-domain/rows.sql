INSERT INTO t (id, s, ss) VALUES (1, 'b', '{b,a}'), (2, NULL, NULL);
