INSERT INTO people (id, email) VALUES (1, 'ada@example.org'), (2, NULL);
