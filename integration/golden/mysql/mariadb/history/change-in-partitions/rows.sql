INSERT INTO prices VALUES (1, 10), (2, 20);
UPDATE prices SET price = price + 1;
DELETE FROM prices WHERE id = 2;
