INSERT INTO m VALUES (1, 'a', 'b'), (5, 'c', 'd');
