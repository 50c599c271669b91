INSERT INTO teams VALUES (1);
INSERT INTO users (id, team_id) VALUES (1, 1);
