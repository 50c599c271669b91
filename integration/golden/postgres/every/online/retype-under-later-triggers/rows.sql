INSERT INTO orders VALUES (1, 4), (2, NULL), (3, 1000);
