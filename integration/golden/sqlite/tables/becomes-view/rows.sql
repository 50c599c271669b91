INSERT INTO users VALUES (1, 'a');
INSERT INTO emails VALUES ('a');
