INSERT INTO orders (total) VALUES (1.5), (2.5), (3.5);
