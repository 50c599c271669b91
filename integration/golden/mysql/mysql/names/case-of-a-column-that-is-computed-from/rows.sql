INSERT INTO t (id, Name) VALUES (1, 'a');
