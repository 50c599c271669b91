INSERT INTO m VALUES (1, 1, 10, 'x'), (2, 2, 20, 'y'), (3, 2, 30, NULL);
