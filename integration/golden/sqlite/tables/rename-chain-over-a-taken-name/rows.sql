INSERT INTO a VALUES (1, 'from a');
INSERT INTO b VALUES (2, 'from b');
INSERT INTO of_a VALUES (3, 1);
