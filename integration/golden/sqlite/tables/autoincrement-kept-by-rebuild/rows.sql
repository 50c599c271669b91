INSERT INTO orders (total) VALUES ('a'), ('b'), ('c'), ('d');
DELETE FROM orders WHERE id > 2;
