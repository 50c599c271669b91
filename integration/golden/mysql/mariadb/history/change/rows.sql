INSERT INTO prices VALUES (1, 10, 1, 1);
UPDATE prices SET price = 11;
