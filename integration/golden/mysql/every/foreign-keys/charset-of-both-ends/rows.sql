INSERT INTO teams VALUES ('a'), ('é');
INSERT INTO users VALUES (1, 'a'), (2, 'é');
