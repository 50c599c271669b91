INSERT INTO prices VALUES (1, 10);
UPDATE prices SET price = 11;
