INSERT INTO users (id) VALUES (1);
INSERT INTO users VALUES (2, 'old');
