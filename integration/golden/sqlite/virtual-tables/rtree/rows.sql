INSERT INTO places VALUES (1, 0, 1, 0, 1), (2, 5, 6, 5, 6);
