INSERT INTO users VALUES (1, 'then', '7');
