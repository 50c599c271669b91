INSERT INTO pt VALUES (1, 1, 1), (3, 1, 2);
