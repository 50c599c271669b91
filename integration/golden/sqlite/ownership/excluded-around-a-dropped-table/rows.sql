INSERT INTO visits VALUES (1, '/'), (2, '/about');
INSERT INTO users VALUES (1, 3);
