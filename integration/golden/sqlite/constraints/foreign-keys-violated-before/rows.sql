PRAGMA foreign_keys = OFF;
INSERT INTO teams VALUES (1, 'A');
INSERT INTO users VALUES (1, 99), (2, 1);
