INSERT INTO users VALUES (1, 'a@example.org', 3), (2, 'b@example.org', 0);
