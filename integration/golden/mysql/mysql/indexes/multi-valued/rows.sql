INSERT INTO users VALUES (1, '{"tags": [1, 2], "zip": ["a"]}'), (2, NULL);
