INSERT INTO p (id, a) VALUES (1, 1), (2, 1), (3, 1);
