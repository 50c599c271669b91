INSERT INTO users VALUES (1, 'a', 30, 'x', 'old'), (2, 'b', 31, 'y', 'new');
