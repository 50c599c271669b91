INSERT INTO orders VALUES (1, 'a'), (2, 'fits'), (3, NULL);
