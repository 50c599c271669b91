INSERT INTO people (id, mail) VALUES (1, 'a@b'), (2, NULL);
INSERT INTO orders VALUES (1, 2);
