INSERT INTO users VALUES (1, 'x'), (2, NULL);
