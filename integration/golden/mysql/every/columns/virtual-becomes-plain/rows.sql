INSERT INTO users (id, mail) VALUES (1, 'ada@example.org'), (2, NULL);
