INSERT INTO users VALUES (1, NULL, 'Ada'), (2, NULL, 'Bob');
INSERT INTO teams VALUES (1, 1, 'A'), (2, 2, 'B');
UPDATE users SET team_id = id;
