INSERT INTO users (id, mail, size) VALUES (1, 'ada@example.org', 15), (2, NULL, 3);
