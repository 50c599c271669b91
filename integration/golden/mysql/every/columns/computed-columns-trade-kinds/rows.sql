INSERT INTO boxes (id, side) VALUES (1, 2), (2, 3);
