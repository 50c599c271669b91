INSERT INTO docs VALUES (1, 'one', 'a', 5, 'x'), (2, 'other', 'a', 5, NULL);
