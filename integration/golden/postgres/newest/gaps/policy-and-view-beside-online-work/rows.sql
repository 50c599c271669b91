INSERT INTO docs VALUES (1, 'one', 5, 'x'), (2, 'other', -5, 'y');
