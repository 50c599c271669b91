INSERT INTO measures VALUES (1, 1.5, 'a'), (2, NULL, NULL);
