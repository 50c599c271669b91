INSERT INTO c VALUES (3, 'from c');
INSERT INTO b VALUES (2, 'from b');
INSERT INTO a VALUES (1, 'from a', 2);
