INSERT INTO t (id, one, more) VALUES (1, 'a', '{a,b}'), (2, 'b', NULL);
