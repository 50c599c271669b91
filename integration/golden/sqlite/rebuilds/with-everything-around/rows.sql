INSERT INTO users VALUES (1, 'a@b', 30), (2, 'c@d', 3);
