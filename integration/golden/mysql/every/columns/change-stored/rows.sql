INSERT INTO t (id, x) VALUES (1, 2);
