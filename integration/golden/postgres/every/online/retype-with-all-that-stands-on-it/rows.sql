INSERT INTO sums VALUES (7), (8);
INSERT INTO orders (id, note) VALUES (1, 'a'), (2, NULL);
INSERT INTO orders VALUES (3, 8, 'c');
