INSERT INTO orders VALUES (1, 'a'), (2, 'longer than it'), (3, NULL);
