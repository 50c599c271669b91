INSERT INTO teams VALUES ('a');
INSERT INTO users VALUES (1, 'a');
