INSERT INTO orders VALUES (1, 5, 'open', 'x', 'note'), (2, 7, 'closed', NULL, NULL);
