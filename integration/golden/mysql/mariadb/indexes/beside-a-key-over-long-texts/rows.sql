INSERT INTO words VALUES (1, 3, 'one'), (2, 3, 'two');
