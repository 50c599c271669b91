INSERT INTO t (id, a) VALUES (1, 'happy');
INSERT INTO below (id) VALUES (1);
