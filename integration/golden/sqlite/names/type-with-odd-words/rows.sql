INSERT INTO users VALUES (1, 1.5, 2.5, 'c', 'd');
