INSERT INTO users VALUES (1, 'A', 0);
