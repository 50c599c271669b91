INSERT INTO teams VALUES (1), (2);
INSERT INTO users VALUES (1, 1), (2, NULL), (3, 2);
