INSERT INTO users (id, name) VALUES (1, 'ann'), (2, NULL);
INSERT INTO orders VALUES (1, 1);
