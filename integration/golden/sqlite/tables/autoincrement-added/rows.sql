INSERT INTO orders VALUES (7, 1.5), (9, 2.5);
