INSERT INTO t (id, a) VALUES (1, 'ä'), (2, 'z');
