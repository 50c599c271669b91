INSERT INTO teams VALUES (1);
INSERT INTO users (id, team) VALUES (1, 1), (2, NULL);
