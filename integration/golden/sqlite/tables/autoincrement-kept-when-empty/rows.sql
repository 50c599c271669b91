INSERT INTO orders (total) VALUES ('a'), ('b');
DELETE FROM orders;
